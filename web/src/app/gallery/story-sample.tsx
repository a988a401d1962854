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

const draft = `We looked after the tariff tables of a bus company with 340 routes. Every night the new fares went out to 2,100 ticket machines.

One Friday in June, at half past one, the pager went: the fares for the weekend had loaded with the zones of two towns swapped. We had to have it right by ten to five, when the first bus left.

We got together online straight away and went through the file from the top. We found that two columns had changed places, we put them back, and we loaded the zones of both towns again. We agreed to hold back the 61 routes that looked odd, and we took turns with the comparing. We bought seven trial tickets on the test machine before we released them.

By 03:25 all 2,100 machines had acknowledged the new file. The load is down from 50 minutes to 20, a saving of 70 percent, and the row counts match on both sides. We were rather proud of ourselves that morning.`

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
