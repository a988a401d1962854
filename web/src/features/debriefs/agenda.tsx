import type { Debrief } from "@backfill/contract"
import { useState } from "react"
import { useKeys } from "../../app/index.ts"
import { Button, clockFigures, cx, Kbd, Section, useNow } from "../../ui/index.ts"

type AgendaProps = { debrief: Debrief; onTalkAbout: (competencyIds: ReadonlyArray<string>) => void }

/** What to talk about and how long, the most divided first. `n` begins it and moves on; its clock is this window's own. */
export function Agenda({ debrief, onTalkAbout }: AgendaProps) {
  const { agenda, agendaMinutes } = debrief
  const [talk, setTalk] = useState<{ at: number; since: number }>()
  const now = useNow(1000).epochMilliseconds
  const go = (at: number) => {
    const item = agenda[at]
    if (!item) return setTalk(undefined)
    setTalk({ at, since: Date.now() })
    onTalkAbout(item.competencyIds)
  }
  const next = () => go(talk ? talk.at + 1 : 0)
  useKeys({ n: { label: talk ? "Next point of the agenda" : "Begin the agenda", run: next } }, "Debrief")
  if (agenda.length === 0) return null
  return (
    <Section
      title="Agenda"
      note={`by disagreement, ${Math.round(agendaMinutes)} min`}
      aside={
        <button
          type="button"
          onClick={next}
          className="-my-1 inline-flex min-h-6 cursor-pointer items-center gap-1.5 hover:text-ink"
        >
          <Kbd keys="n" /> {talk ? "next" : "begin"}
        </button>
      }
      rule="hair"
    >
      <ol className="border-t border-rule">
        {agenda.map((item, at) => {
          const current = talk?.at === at
          const left = current ? item.minutes * 60 - (now - talk.since) / 1000 : 0
          return (
            <li key={at} className="border-b border-rule">
              <button
                type="button"
                aria-current={current ? "step" : undefined}
                onClick={() => go(at)}
                className={cx(
                  "grid min-h-8 w-full cursor-pointer grid-cols-[1.5rem_1fr_auto] items-center gap-x-2 text-left hover:text-ink",
                  current ? "font-semibold" : "text-ink-2",
                )}
              >
                <span className="text-small text-ink-3">{at + 1}</span>
                <span>{item.title}</span>
                <span className={cx("text-small", current && (left < 0 ? "text-warn" : "text-accent"))}>
                  {current
                    ? left < 0
                      ? `${clockFigures(-left)} over`
                      : `${clockFigures(left)} of ${Math.round(item.minutes)} left`
                    : `${Math.round(item.minutes)} min`}
                </span>
              </button>
            </li>
          )
        })}
      </ol>
      {talk && (
        <Button className="mt-1 text-small text-ink-2" onClick={() => setTalk(undefined)}>
          Stop the clock
        </Button>
      )}
    </Section>
  )
}
