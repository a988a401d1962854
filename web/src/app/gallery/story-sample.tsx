import type { Account } from "@backfill/contract"
import { useState } from "react"
import { type Dismissed, StoryEditor } from "../../features/stories/editor/index.ts"
import { PageHeader } from "../../ui/index.ts"
import { ShellFrame } from "../shell/shell-frame.tsx"

const account: Account = {
  id: "a1",
  name: "Nour Haddad",
  email: "nour@example.org",
  roles: ["member"],
  timeZone: "Europe/Brussels",
  disabled: false,
  version: 1,
  createdAt: "2026-11-02T09:00:00Z",
}

const draft = `I looked after the tariff tables of a bus company with 340 routes. Every night the new fares went out to 2,100 ticket machines, and nobody had read the job since the man who wrote it retired.

One Friday in June I was on call, and at half past one the pager went: the fares for the weekend had loaded with the zones of two towns swapped. The control room needed to know by four whether drivers should sell by hand, because the first bus left at 04:50.

I rang them at ten to two and said that they would hear from me at half past three either way. The supplier had reordered two columns without a word. We went through the file together, we found the columns, and we put the fares of Thursday back for the routes that were wrong. We bought seven trial tickets on the test machine before we released them.

By 03:25 the machines had the right fares again, and the whole load is down from 50 minutes to 20, a saving of 70 percent. The buses left on time.`

/** A story with the coach beside it, in its everyday frame; `?text=` and `?theme=` in the address begin with another one. */
export function StorySample() {
  const asked = new URLSearchParams(location.search)
  const [text, setText] = useState(asked.get("text") ?? draft)
  const [dismissed, setDismissed] = useState<Dismissed[]>([])
  return (
    <ShellFrame account={account}>
      <div className="mx-auto max-w-238 xl:pl-11">
        <PageHeader over="Stories, 5 of 7" title="Two towns for the price of one" />
      </div>
      <StoryEditor
        text={text}
        theme={asked.get("theme") ?? "pipeline-broke"}
        dismissed={dismissed}
        onText={setText}
        onDismiss={(finding, quote, reason) =>
          setDismissed((before) => [...before, { finding, quote, reason }])
        }
        onRestore={(finding, quote) =>
          setDismissed((before) =>
            before.filter((entry) => entry.finding !== finding || entry.quote !== quote),
          )
        }
      />
    </ShellFrame>
  )
}
