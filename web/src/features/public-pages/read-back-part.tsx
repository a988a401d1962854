import { Button, FieldError, Section } from "../../ui/index.ts"
import type { ReadBackPart as Part, ReadBackRow } from "./read-back.ts"
import { useOnline } from "./use-online.ts"

type ReadBackPartProps = {
  parts: ReadonlyArray<Part>
  onChange: (field: string) => void
  onSend: () => void
  pending: boolean
  failure: string | undefined
  /** An earlier try got no answer, so it may have arrived. */
  unsure: boolean
  /** Whether the draft is really on this device. */
  kept: boolean
  retentionMonths: number
}

/** All answers once more, as they will be sent. */
export function ReadBackPart(props: ReadBackPartProps) {
  const { parts, onChange, onSend, pending, failure, unsure, kept, retentionMonths } = props
  const online = useOnline()
  return (
    <div className="grid gap-10">
      {parts.map((part) => (
        <Section
          key={part.title}
          title={part.title}
          aside={
            <Button
              className="text-small"
              aria-label={`Change: ${part.title}`}
              onClick={() => onChange(part.rows[0]?.field ?? "name")}
            >
              Change
            </Button>
          }
        >
          <dl className="grid gap-4">
            {part.rows.map((row) => (
              <div key={`${row.field} ${row.label}`} className="grid gap-0.5">
                <dt className="text-small text-ink-2">{row.label}</dt>
                <dd>
                  <Answer row={row} />
                </dd>
              </div>
            ))}
          </dl>
        </Section>
      ))}
      <div className="grid gap-3 border-t border-rule-strong pt-4">
        {unsure && !failure && !pending && (
          <p role="status" className="font-medium">
            No answer came back when this was sent, so it may have arrived already. Send it again without
            worry: it can’t arrive twice.
          </p>
        )}
        {!online && !failure && (
          <p role="status" className="font-medium text-warn">
            You are offline.{" "}
            {kept ? "All you wrote is kept on this device" : "Leave this page open: all you wrote is in it"};
            send it once you are connected.
          </p>
        )}
        {failure && <FieldError>{failure}</FieldError>}
        <Button variant="primary" wide pending={pending} onClick={onSend}>
          {unsure ? "Send it again" : "Send application"}
        </Button>
        <Button className="justify-self-start" onClick={() => onChange("name")}>
          Back to the form
        </Button>
        <p className="text-small text-ink-2">
          A person reads it; no software decides on what you wrote in your own words. Everything is erased{" "}
          {retentionMonths} months after the end of the process, or at once when you ask on your own page.
        </p>
      </div>
    </div>
  )
}

/** One answer as written; a long one in a frame of its own, so that the end of the page stays near. */
function Answer({ row: { answer, prose, label } }: { row: ReadBackRow }) {
  if (answer === "") return <span className="text-ink-3">Left out</span>
  if (!prose) return <span className="break-words">{answer}</span>
  const words = <p className="read break-words whitespace-pre-wrap">{answer}</p>
  const long = answer.length > 400 || answer.split("\n").length > 10
  if (!long) return words
  return (
    <div
      role="group"
      aria-label={label}
      tabIndex={0}
      className="max-h-96 overflow-y-auto border-y border-rule py-2"
    >
      {words}
    </div>
  )
}
