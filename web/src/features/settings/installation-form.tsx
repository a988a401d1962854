import type { Settings } from "@backfill/contract"
import type { FormEvent } from "react"
import { client } from "../../app/client.ts"
import { useAct } from "../../app/use-act.ts"
import { useBeside } from "../../app/use-beside.ts"
import {
  Button,
  Checkbox,
  DefinitionRows,
  Field,
  FieldError,
  RadioGroup,
  TextInput,
  useToast,
} from "../../ui/index.ts"
import { OtherVersion } from "../../ui/other-version.tsx"
import { differences, editable, registrations } from "./installation-values.ts"

/** What holds for the whole installation; for the owner. Takes `saved` as its start and keeps what is typed. */
export function InstallationForm({ saved }: { saved: Settings }) {
  const toast = useToast()
  const form = useBeside(editable(saved), saved.version)
  const { values: draft, change: set, theirs } = form
  const { months } = draft
  const save = useAct(
    (body: Omit<Settings, "mail">, key) => client.accounts.saveSettings({ body, key }),
    (now) => {
      form.settle(editable(now), now.version)
      toast({ message: "Settings saved." })
    },
  )
  const retentionMonths = /^\d+$/.test(months.trim()) ? Number(months) : 0
  const wrongMonths = retentionMonths < 1 || retentionMonths > 120
  const nameless = draft.organisation.trim() === ""
  const choosing = (choose: () => void) => () => {
    save.reset()
    choose()
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    const { months: _typed, ...rest } = draft
    if (!wrongMonths && !nameless) void save.run({ ...rest, retentionMonths, version: form.version })
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
          onChange={(event) => set({ months: event.target.value })}
          className="max-w-32"
        />
      </Field>
      {theirs ? (
        <OtherVersion
          told="Somebody else saved other settings while you were here."
          onKeep={choosing(form.keepMine)}
          onTake={choosing(form.takeTheirs)}
        >
          <DefinitionRows rows={differences(draft, theirs)} />
        </OtherVersion>
      ) : (
        save.failure && <FieldError>{save.failure}</FieldError>
      )}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <Button
          type="submit"
          variant="primary"
          pending={save.pending}
          why={theirs && "Choose one of the two versions first."}
        >
          Save settings
        </Button>
        <p className="text-small text-ink-2">
          {saved.mail ? "Mail is set up." : "Mail isn’t set up: links are shown for copying instead."}
        </p>
      </div>
    </form>
  )
}
