import type { Settings } from "@backfill/contract"
import { type FormEvent, useState } from "react"
import { client } from "../../app/client.ts"
import { useAct } from "../../app/use-act.ts"
import { Button, Checkbox, Field, FieldError, RadioGroup, TextInput, useToast } from "../../ui/index.ts"

type Editable = Omit<Settings, "mail" | "version">

const registrations = [
  {
    value: "open" as const,
    label: "Open",
    detail: "Anyone who reaches this address can register to practise.",
  },
  { value: "invitation" as const, label: "By invitation", detail: "Only with a link that the owner made." },
  { value: "off" as const, label: "Off", detail: "No new accounts at all; open invitations rest." },
]

/** What holds for the whole installation; for the owner. Takes `saved` as its start and keeps what is typed. */
export function InstallationForm({ saved }: { saved: Settings }) {
  const toast = useToast()
  const [draft, setDraft] = useState<Editable>(() => editable(saved))
  const [months, setMonths] = useState(String(saved.retentionMonths))
  const save = useAct(
    (body: Editable & { version: number }, key) => client.accounts.saveSettings({ body, key }),
    () => toast({ message: "Settings saved." }),
  )
  const set = (part: Partial<Editable>) => setDraft({ ...draft, ...part })
  const retentionMonths = /^\d+$/.test(months.trim()) ? Number(months) : 0
  const wrongMonths = retentionMonths < 1 || retentionMonths > 120
  const nameless = draft.organisation.trim() === ""
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!wrongMonths && !nameless) void save.run({ ...draft, retentionMonths, version: saved.version })
  }
  return (
    <form noValidate onSubmit={send} className="grid max-w-measure gap-5">
      <Field label="Organisation" error={nameless ? "Candidates need to know who is hiring." : undefined}>
        <TextInput
          maxLength={200}
          value={draft.organisation}
          onChange={(event) => set({ organisation: event.target.value })}
        />
      </Field>
      <Field label="Contact" help="Candidates read it where they may need a person: an address or a number.">
        <TextInput
          maxLength={254}
          value={draft.contact}
          onChange={(event) => set({ contact: event.target.value })}
        />
      </Field>
      <Checkbox
        label="Hiring is on"
        help="Off leaves practice only; what is stored stays and comes back when you turn it on again."
        checked={draft.hiring}
        onChange={(event) => set({ hiring: event.target.checked })}
      />
      <RadioGroup
        legend="Registration"
        options={registrations}
        value={draft.registration}
        onChange={(registration) => set({ registration })}
      />
      <Field
        label="Keep ended applications for"
        help="In months, counted from the end of an application. Then they are erased, unless a legal hold stands."
        error={wrongMonths ? "Write a whole number from 1 to 120." : undefined}
      >
        <TextInput
          inputMode="numeric"
          value={months}
          onChange={(event) => setMonths(event.target.value)}
          className="max-w-32"
        />
      </Field>
      {save.failure && <FieldError>{save.failure}</FieldError>}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <Button type="submit" variant="primary" pending={save.pending}>
          Save settings
        </Button>
        <p className="text-small text-ink-2">
          {saved.mail ? "Mail is set up." : "Mail isn’t set up: links are shown for copying instead."}
        </p>
      </div>
    </form>
  )
}

function editable({ mail: _mail, version: _version, ...rest }: Settings): Editable {
  return rest
}
