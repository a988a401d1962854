import { TELLS } from "@backfill/contract"
import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { client } from "../../app/client.ts"
import { RoomShell, useAccount } from "../../app/index.ts"
import { sentenceFor } from "../../app/use-act.ts"
import { AnchorPicker, Button, clockFigures, ConfirmDialog, Field, TextArea } from "../../ui/index.ts"
import { ConnectionLine } from "../interviews/connection-line.tsx"
import type { ConsoleSession, Snapshot } from "../interviews/console-session.ts"
import { NoteText } from "../interviews/note-line.tsx"
import { boundsOf } from "../interviews/notes.ts"
import { placesOf } from "../interviews/round-state.ts"
import { SaveLine } from "../practice/save-line.tsx"
import { backToMocks } from "./mock-frame.tsx"
import { forgetMock } from "./on-this-device.ts"
import { tellWords } from "./tells.ts"
import { type MockPlan, mockKey, otherName, type TimedMock } from "./use-mock.ts"
import type { Judged } from "./use-ratings.ts"

export type MockReviewProps = {
  session: ConsoleSession<MockPlan>
  snapshot: Snapshot<MockPlan>
  plan: MockPlan
  mock: TimedMock
  judged: Judged
}

/** After the talk: each answer against its anchors, beside one's notes; then all of it goes to the other one. */
export function MockReview({ session, snapshot, plan, mock, judged }: MockReviewProps) {
  const { id } = useAccount()
  const queryClient = useQueryClient()
  const [asking, setAsking] = useState(false)
  const other = otherName(mock)
  const rated = plan.items.filter((item) => judged.ratingOf(item.id).score !== null).length
  const unsent = snapshot.waiting > 0
  const handOver = async () => {
    try {
      await client.mocks.handOver({ params: { mockId: mock.id }, body: await judged.last() })
    } catch (error) {
      throw new Error(sentenceFor(error))
    }
    // What isn't ours any more doesn't stay on this device either.
    await forgetMock(id, mock.id)
    await queryClient.invalidateQueries({ queryKey: mockKey(mock.id) })
  }
  return (
    <RoomShell
      back={backToMocks}
      title={`You asked ${other}`}
      detail={`${clockFigures(snapshot.state.endedAt ?? 0)} used`}
      status={
        unsent ? (
          <ConnectionLine snapshot={snapshot} />
        ) : (
          <SaveLine state={judged.state} onSave={() => void judged.save()} />
        )
      }
    >
      <div className="mx-auto grid w-full max-w-6xl gap-12 px-5 py-10">
        <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
          <div className="grid gap-2">
            <h2 className="lead">Which anchor is nearest to each answer?</h2>
            <p className="max-w-measure text-ink-2">
              Your notes stand beside it. Nothing has gone to {other} yet; a question you don’t rate goes
              along unrated.
            </p>
          </div>
          <Button
            onClick={() => {
              const place = snapshot.state.at ?? placesOf(plan)[0]?.id
              if (place) session.enter(place)
            }}
          >
            Go on with the talk
          </Button>
        </div>
        {plan.items.map((item, at) => {
          const rating = judged.ratingOf(item.id)
          const notes = snapshot.notes.filter(({ itemId }) => itemId === item.id)
          return (
            <section
              key={item.id}
              aria-label={`Question ${at + 1}: ${item.title}`}
              className="grid gap-5 border-t border-rule-strong pt-4"
            >
              <div className="grid gap-x-12 gap-y-4 lg:grid-cols-2">
                <div>
                  <p className="text-small text-ink-2">
                    Question {at + 1} of {plan.items.length}
                  </p>
                  <h3 className="read mt-1">{item.wording}</h3>
                </div>
                <div>
                  <p className="text-small text-ink-2">Your notes</p>
                  <HeardTells heard={snapshot.state.heard.get(item.id)} />
                  {notes.length === 0 ? (
                    <p className="mt-1 text-ink-3">No lines at this question.</p>
                  ) : (
                    <ul className="mt-1 grid gap-1">
                      {notes.map((note) => (
                        <li key={note.id} className="grid grid-cols-[52px_1fr]">
                          <span className="font-mono text-small/5.25 text-ink-3">
                            {clockFigures(note.atSeconds)}
                          </span>
                          <span>
                            <NoteText text={note.text} bounds={boundsOf(plan.items, item.id)} />
                          </span>
                        </li>
                      ))}
                    </ul>
                  )}
                </div>
              </div>
              <AnchorPicker
                legend={`Nearest to the answer to question ${at + 1}`}
                legendHidden
                anchors={item.anchors.map((text, index) => ({ score: index + 1, text }))}
                value={rating.score ?? undefined}
                onChange={(score) => judged.change({ ...rating, score: score ?? null })}
              />
              <Field label={`A word on it for ${other}`} optional>
                <TextArea
                  rows={2}
                  maxLength={4000}
                  value={rating.comment}
                  onChange={(event) => judged.change({ ...rating, comment: event.target.value })}
                />
              </Field>
            </section>
          )
        })}
        <section aria-label="Hand over" className="grid max-w-measure gap-4 border-t border-rule-strong pt-4">
          <h2 className="lead">Hand it to {other}</h2>
          <p className="read text-ink-2">
            Notes, signs, tells and ratings become theirs: they keep or delete them. Afterwards you can’t read
            any of it again, and nothing of it stays on this device. Lines you struck out don’t go along.
          </p>
          <div>
            <Button
              variant="primary"
              why={unsent ? "Some lines are still on their way to the server" : undefined}
              onClick={() => !unsent && setAsking(true)}
            >
              Hand over
            </Button>
          </div>
        </section>
      </div>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Hand everything to ${other}?`}
        consequence={`${rated} of ${plan.items.length} answers rated, ${snapshot.notes.length} ${snapshot.notes.length === 1 ? "line" : "lines"} of notes. All of it belongs to ${other} from then on, and you can’t open it again.`}
        confirm="Hand over"
        cancel="Not yet"
        onConfirm={handOver}
      />
    </RoomShell>
  )
}

/** Tells ticked at a question, above its notes. */
function HeardTells({ heard }: { heard: ReadonlyMap<number, number> | undefined }) {
  return [...(heard ?? [])].map(([index, second]) => {
    const tell = TELLS[index - 1]
    return (
      <p key={index} className="mt-1 grid grid-cols-[52px_1fr]">
        <span className="font-mono text-small/5.25 text-ink-3">{clockFigures(second)}</span>
        <span className="font-semibold">{tell && tellWords[tell].words}</span>
      </p>
    )
  })
}
