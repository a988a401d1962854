import type { MockHalf } from "@backfill/contract"
import { useEffect } from "react"
import { useAccount } from "../../app/index.ts"
import { ButtonLink } from "../../ui/button-link.tsx"
import { Link } from "../../ui/index.ts"
import { MockFrame } from "./mock-frame.tsx"
import { forgetMock } from "./on-this-device.ts"
import { RemoveMock } from "./remove-mock.tsx"
import { otherName, type TimedMock } from "./use-mock.ts"

/** Between the halves, after them, and when the other one has left: what is whose, and the next step. */
export function AfterHandOver({ mock, half }: { mock: TimedMock; half: MockHalf | undefined }) {
  const { id } = useAccount()
  const other = otherName(mock)
  const gone = !mock.halves.some((each) => each.mine === "asker" && each.state !== "handed")
  useEffect(() => {
    // Handed over from another device, perhaps: then nothing stays on this one.
    if (gone) void forgetMock(id, mock.id)
  }, [gone, id, mock.id])
  const given = mock.halves.some((each) => each.mine === "answerer" && each.kept)
  const { title, detail } = wordsFor(mock, half, other)
  const toFeedback = `/mocks/${mock.id}/feedback`
  return (
    <MockFrame title={mock.other === null ? "Mock interview" : `Mock with ${other}`}>
      <div role="status" className="grid gap-3">
        <p className="text-small text-ink-2">
          {mock.other === null
            ? "On your own"
            : half?.number === 2
              ? "Both halves are done"
              : "First half done"}
        </p>
        <h2 className="lead">{title}</h2>
        <p className="read text-ink-2">{detail}</p>
      </div>
      <p className="flex flex-wrap items-center gap-x-6 gap-y-3">
        {mock.maySwap && <ButtonLink to={`/mocks/${mock.id}/swap`}>Swap: ask now</ButtonLink>}
        {given &&
          (mock.maySwap ? (
            <Link to={toFeedback}>Read your notes first</Link>
          ) : (
            <ButtonLink to={toFeedback}>Read your notes</ButtonLink>
          ))}
      </p>
      <RemoveMock mock={mock} />
    </MockFrame>
  )
}

function wordsFor(mock: TimedMock, half: MockHalf | undefined, other: string) {
  if (mock.other === null)
    return {
      title: "The other person has left",
      detail: "What they had handed to you is still yours. What wasn’t handed over is gone for both of you.",
    }
  if (mock.maySwap)
    return {
      title: `${other} has handed you the notes`,
      detail:
        "They belong to you now, and nobody else can open them. When you are ready, swap: you choose the questions and ask.",
    }
  if (half?.number === 2)
    return {
      title: "You have both asked and answered",
      detail: "Each of you has the notes on your own answers, and no others.",
    }
  return {
    title: `Your notes are ${other}’s now`,
    detail: `You can’t open them any more. The second half begins when ${other} has chosen what to ask you; this page moves on by itself.`,
  }
}
