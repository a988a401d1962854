import { useEffect, useRef } from "react"
import { Button, FieldError, FileDrop, Meter, Section, Time } from "../../ui/index.ts"
import type { Stayed } from "./take-in.ts"
import { stepWords, takenInWords } from "./take-in-words.ts"
import type { useTakeIn } from "./use-take-in.ts"

/** Takes a file of one’s practice in, with or without picture and sound, and says what became of it. */
export function TakeInPart({ taking, run, stop }: Omit<ReturnType<typeof useTakeIn>, "reset">) {
  const status = useRef<HTMLParagraphElement>(null)
  // What was pressed is gone with each step, so the focus goes to where the next one is told.
  useEffect(() => {
    if (taking.at !== "idle") status.current?.focus()
  }, [taking.at])
  const stayed = taking.at === "done" ? (taking.taken.recordings?.stayed ?? []) : []
  return (
    <Section title="Take a file in" rule="hair">
      {taking.at === "running" ? (
        <Running step={taking.step} stop={stop} />
      ) : (
        <FileDrop
          label="A file that Backfill wrote"
          help="Adds what isn’t here yet; nothing here is changed. JSON up to 50 MB, or the ZIP with picture and sound, as large as it is. Mock interviews stay behind."
          accept=".json,.zip,application/json,application/zip"
          files={[]}
          onFiles={([file]) => {
            if (file) void run(file)
          }}
          onRemove={() => {}}
        />
      )}
      <p
        ref={status}
        role="status"
        tabIndex={-1}
        className={taking.at === "done" ? "mt-3 outline-none" : "sr-only"}
      >
        {taking.at === "running" && "Taking it in."}
        {taking.at === "done" && takenInWords(taking.taken)}
      </p>
      {taking.at === "failed" && <FieldError>{taking.why}</FieldError>}
      {stayed.length > 0 && <StayedList stayed={stayed} />}
    </Section>
  )
}

type RunningProps = { step: Parameters<typeof stepWords>[0] | { at: "reading" }; stop: () => void }

function Running({ step, stop }: RunningProps) {
  return (
    <div className="grid gap-3">
      {step.at === "reading" ? (
        <p className="text-ink-2">Taking it in…</p>
      ) : (
        <Meter label="Taking it in" text={stepWords(step)} value={step.sent} max={step.bytes} />
      )}
      <p className="text-ink-2">
        Stay on this page until it is through. If it breaks off, choose the same file again: it goes on from
        there.
      </p>
      <div>
        <Button onClick={stop}>Stop</Button>
      </div>
    </div>
  )
}

function StayedList({ stayed }: { stayed: readonly Stayed[] }) {
  return (
    <div className="mt-4">
      <h3 className="mb-1 font-semibold">
        {stayed.length === 1 ? "One recording stayed behind" : `${stayed.length} recordings stayed behind`}
      </h3>
      <p className="mb-2 text-ink-2">
        Once the reason is gone, choose the same file again; what came already stays as it is.
      </p>
      <ul className="grid gap-2">
        {stayed.map(({ id, createdAt, story, why }) => (
          <li key={id}>
            {story ?? (createdAt === "" ? id : "Told without a story")}
            {createdAt !== "" && (
              <>
                , <Time at={createdAt} form="absolute" />
              </>
            )}
            <span className="block text-small text-ink-2">{why}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
