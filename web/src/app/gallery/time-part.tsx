import { useState } from "react"
import { Meter, Ribbon, Ring, RoundClock, Section, Time, Timeline } from "../../ui/index.ts"

const now = "2026-11-16T13:10:00Z"
const parts = [
  { id: "s", label: "Situation", seconds: 28 },
  { id: "t", label: "Task", seconds: 18 },
  { id: "a", label: "Action", seconds: 61 },
  { id: "r", label: "Result", seconds: 16 },
]

export function TimePart() {
  const [active, setActive] = useState<string | undefined>("a")
  return (
    <Section title="Time">
      <div className="grid gap-x-12 gap-y-8 md:grid-cols-2">
        <div className="grid content-start gap-4">
          <RoundClock secondsLeft={1243} totalSeconds={2700} endsAt="15:15" />
          <RoundClock secondsLeft={272} totalSeconds={2700} endsAt="15:15" />
          <RoundClock secondsLeft={-80} totalSeconds={2700} endsAt="15:15" />
          <p className="flex items-center gap-3 text-ink-2">
            <Ring share={1} size={20} /> <Ring share={0.5} size={20} /> <Ring share={0} size={20} /> full,
            half, none
          </p>
          <ul className="grid gap-1">
            <li>
              <Time at="2026-11-16T13:30:00Z" now={now} zone="Europe/Berlin" />
            </li>
            <li>
              <Time at="2026-11-19T12:30:00Z" now={now} zone="Europe/Bucharest" />
            </li>
            <li>
              <Time
                at="2026-11-15T09:00:00Z"
                now={now}
                zone="America/Argentina/Buenos_Aires"
                form="absolute"
              />
            </li>
          </ul>
        </div>
        <Timeline
          label="Where things stand"
          steps={[
            { id: "1", label: "Application", when: "28 October", state: "done" },
            { id: "2", label: "Two recorded answers", when: "6 November", state: "done" },
            { id: "3", label: "Work simulation", when: "in 3 days", state: "now" },
            { id: "4", label: "An afternoon with the team", when: "from 24 November", state: "next" },
            { id: "5", label: "Decision", when: "by 4 December", state: "next" },
          ]}
        />
        <Ribbon
          label="Parts of the story"
          parts={parts}
          total={180}
          aim={150}
          activeId={active}
          onActive={setActive}
        />
        <div className="grid content-start gap-4">
          <Meter label="Storage" text="3.1 of 20 GB" value={3.1} max={20} />
          <Meter label="Waiting jobs" text="212, over the limit of 200" value={212} max={240} limit={200} />
        </div>
      </div>
    </Section>
  )
}
