import type { MockAnswer } from "@backfill/contract"
import type { ReactNode } from "react"
import { clockFigures, Section } from "../../ui/index.ts"
import { anySign, NoteText } from "../interviews/note-line.tsx"
import { tellWords } from "./tells.ts"

/** One answer as the other one heard it. */
export function AnswerNotes({ answer, number }: { answer: MockAnswer; number: number }) {
  const { anchors, score, comment, good, warnings, tells, notes, seconds } = answer
  const next = score === null || score === 5 ? undefined : anchors[score]
  return (
    <Section
      title={`${number}. ${answer.title}`}
      note={seconds > 0 ? `${clockFigures(seconds)} spoken` : "not come to"}
    >
      <p className="read max-w-measure text-ink-2">{answer.wording}</p>
      <div className="mt-5 grid gap-x-12 gap-y-6 lg:grid-cols-2">
        <div className="grid content-start gap-5">
          <div>
            <p className="text-small text-ink-2">Nearest to your answer</p>
            {score === null ? (
              <p className="mt-1 text-ink-2">Not rated.</p>
            ) : (
              <p className="mt-1 grid grid-cols-[32px_1fr]">
                <span className="grid size-6 place-items-center rounded-control bg-fill font-semibold text-on-fill">
                  {score}
                </span>
                <span className="read text-[1rem]/6">{anchors[score - 1]}</span>
              </p>
            )}
          </div>
          {next && (
            <div>
              <p className="text-small text-ink-2">One step up</p>
              <p className="read mt-1 pl-8 text-[1rem]/6 text-ink-2">{next}</p>
            </div>
          )}
          {comment && (
            <div>
              <p className="text-small text-ink-2">A word on it</p>
              <p className="read mt-1 whitespace-pre-wrap [overflow-wrap:anywhere]">{comment}</p>
            </div>
          )}
        </div>
        <div className="grid content-start gap-5">
          {tells.length > 0 && (
            <List title="Tells">
              {tells.map(({ tell, atSeconds }) => (
                <Line key={tell} second={atSeconds}>
                  <span className="font-semibold">{tellWords[tell].words}</span>
                </Line>
              ))}
            </List>
          )}
          {good.length + warnings.length > 0 && (
            <List title="Signs heard">
              {good.map((text) => (
                <Sign key={text} mark="+" name="good sign">
                  {text}
                </Sign>
              ))}
              {warnings.map((text) => (
                <Sign key={text} mark="−" name="warning sign">
                  {text}
                </Sign>
              ))}
            </List>
          )}
          {notes.length > 0 ? (
            <List title="Notes">
              {notes.map(({ id, atSeconds, text }) => (
                <Line key={id} second={atSeconds}>
                  <NoteText text={text} bounds={anySign} />
                </Line>
              ))}
            </List>
          ) : (
            <p className="text-ink-3">No lines were written here.</p>
          )}
        </div>
      </div>
    </Section>
  )
}

function List({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h3 className="text-small text-ink-2">{title}</h3>
      <ul className="mt-1 grid gap-1.5">{children}</ul>
    </div>
  )
}

function Line({ second, children }: { second: number; children: ReactNode }) {
  return (
    <li className="grid grid-cols-[52px_1fr]">
      <span className="font-mono text-small/5.25 text-ink-3">{clockFigures(second)}</span>
      <span>{children}</span>
    </li>
  )
}

function Sign({ mark, name, children }: { mark: string; name: string; children: string }) {
  return (
    <li className="grid grid-cols-[52px_1fr]">
      <span className="font-mono text-small/5.25 font-semibold">
        <span aria-hidden="true">{mark}</span>
        <span className="sr-only">{name}</span>
      </span>
      <span>{children}</span>
    </li>
  )
}
