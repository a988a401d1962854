import { Button, FootKeys, Kbd, RoundClock } from "../../ui/index.ts"
import { RoomShell } from "../shell/room-shell.tsx"

const probes = [
  "What told you the number was wrong?",
  "Who heard of it first, you or them?",
  "Which check would have been too expensive?",
]

/** A room with a clock around an interview question. */
export function RoomSample() {
  return (
    <RoomShell
      back={{ to: "/gallery", label: "My interviews" }}
      title="Ilse Maes"
      detail="Technical deep dive, data engineer, Ghent"
      clock={<RoundClock secondsLeft={1243} totalSeconds={2700} endsAt="15:15" />}
      status="All notes saved"
    >
      <div className="mx-auto flex w-full max-w-3xl flex-1 flex-col px-5 py-8">
        <p className="text-small text-ink-2">Question 2 of 4, data quality</p>
        <h2 className="lead mt-1">
          Tell me about a wrong number that people had already used. How did you find it?
        </h2>
        <p className="read mt-3 text-ink-2">
          At mid level: finds the cause, repairs the days it touched, and tells those who read them.
        </p>
        <ol className="mt-6 grid gap-3">
          {probes.map((probe, at) => (
            <li key={probe} className="read flex items-baseline gap-3">
              <Kbd keys={"abc"[at] ?? ""} /> {probe}
            </li>
          ))}
        </ol>
        <div className="mt-auto flex flex-wrap items-center justify-between gap-4 pt-10">
          <FootKeys
            keys={[
              { keys: "e", label: "expectations" },
              { keys: "escape", label: "leave the note" },
              { keys: "?", label: "all keys" },
            ]}
          />
          <Button variant="primary" keys="mod+enter">
            Next question
          </Button>
        </div>
      </div>
    </RoomShell>
  )
}
