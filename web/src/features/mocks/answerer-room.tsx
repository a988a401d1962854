import type { MockHalf } from "@backfill/contract"
import { RoomShell } from "../../app/index.ts"
import { RoundClock, useNow } from "../../ui/index.ts"
import { backToMocks, MockFrame } from "./mock-frame.tsx"
import { RemoveMock } from "./remove-mock.tsx"
import { otherName, type TimedMock } from "./use-mock.ts"

/** The answering side: the question and the clock, and nothing else to look at. */
export function AnswererRoom({ mock, half, away }: { mock: TimedMock; half: MockHalf; away: boolean }) {
  const other = otherName(mock)
  if (half.state === "running")
    return (
      <RoomShell
        back={backToMocks}
        title={`${other} asks`}
        clock={<SharedClock half={half} skew={mock.skew} />}
        status={away && "Offline; the next question comes when you are back"}
      >
        <div className="mx-auto flex w-full max-w-[44rem] flex-1 flex-col justify-center px-5 py-10 sm:pb-32">
          <div role="status">
            <p className="text-small text-ink-2">
              {half.asked ? `Question ${half.asked.number} of ${half.questions}` : "The clock is running"}
            </p>
            <p className="lead mt-3 [overflow-wrap:anywhere]">
              {half.asked?.wording ?? `${other} is about to ask the first question.`}
            </p>
          </div>
        </div>
      </RoomShell>
    )
  return (
    <MockFrame title={`${other} asks`}>
      <div role="status" className="grid gap-3">
        {half.state === "ready" ? (
          <>
            <p className="text-small text-ink-2">You are both here</p>
            <h2 className="lead">It begins when {other} starts the clock</h2>
            <p className="read text-ink-2">
              {half.questions} {half.questions === 1 ? "question" : "questions"}, {half.minutes} min. You see
              each question as it is asked, and the same clock. Answer aloud, as you would on the day.
            </p>
          </>
        ) : (
          <>
            <p className="text-small text-ink-2">This half is over</p>
            <h2 className="lead">{other} is going through the notes</h2>
            <p className="read text-ink-2">
              Notes and ratings come to you when they are handed over, and then belong to you alone. This page
              moves on by itself.
            </p>
          </>
        )}
      </div>
      <RemoveMock mock={mock} />
    </MockFrame>
  )
}

/** Counts by the server's clock, as the asker's does. */
function SharedClock({ half, skew }: { half: MockHalf; skew: number }) {
  const now = useNow(1000)
  const total = half.minutes * 60
  const used = half.startedAt
    ? Math.max(0, Math.floor((now.epochMilliseconds + skew - Date.parse(half.startedAt)) / 1000))
    : 0
  return <RoundClock secondsLeft={total - used} totalSeconds={total} />
}
