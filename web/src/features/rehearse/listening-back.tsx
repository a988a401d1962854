import type { Rehearsal } from "@backfill/contract"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { type CSSProperties, useEffect, useMemo, useRef } from "react"
import { useAccount } from "../../app/index.ts"
import { sentenceFor } from "../../app/use-act.ts"
import {
  ConfirmButton,
  FieldError,
  FootKeys,
  Link,
  Meter,
  PageHeader,
  Section,
  Time,
} from "../../ui/index.ts"
import { useLengthChoice } from "../practice/length-choice.ts"
import { practiceMedia } from "../recordings/index.ts"
import { SaveLine } from "../stories/save-line.tsx"
import { Counted } from "./counted.tsx"
import { DraftBeside } from "./draft-beside.tsx"
import { deleteRehearsal } from "./forget.ts"
import { asKept, fromNotes, heardQuery, progressQuery } from "./heard.ts"
import { percent } from "./heard-words.ts"
import { MarkList } from "./mark-list.tsx"
import type { Named } from "./names.ts"
import { PaceRow } from "./pace-row.tsx"
import { PlayerBar } from "./player-bar.tsx"
import { rehearsalsOwner } from "./owner.ts"
import { lengthFinding } from "./tell-words.ts"
import { Score } from "./score.tsx"
import { TranscriptPart } from "./transcript-part.tsx"
import { useListeningKeys } from "./use-listening-keys.ts"
import { useNotes } from "./use-notes.ts"
import { usePlayer } from "./use-player.ts"
import { useTranscriptReading } from "./use-transcript-reading.ts"

/** Until it plays, the playhead of every drawing stands at the beginning. */
const AT_START = { "--at": 0 } as CSSProperties

type ListeningBackProps = { rehearsal: Rehearsal; named: Named; takes: readonly Rehearsal[] }

/** A rehearsal to listen to: everything about its time under one playhead, with the draft beside. */
export function ListeningBack({ rehearsal, named, takes }: ListeningBackProps) {
  const { recording } = rehearsal
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const account = useAccount()
  const owner = rehearsalsOwner(account.id)
  const [length] = useLengthChoice()
  const stage = useRef<HTMLDivElement>(null)
  const found = useQuery(heardQuery({ owner, recording }))
  const progress = useQuery(progressQuery(recording.id)).data
  const own = useNotes(rehearsal)
  const { notes } = own
  const heard = useMemo(() => found.data && asKept(found.data, notes), [found.data, notes])
  const durationMs = found.data?.durationMs ?? recording.durationMs ?? 0
  // Where it was listened to before, on whatever device, its pauses stand here at once.
  const drawn = useMemo(() => heard ?? fromNotes(notes, durationMs), [heard, notes, durationMs])
  const player = usePlayer(durationMs, stage)
  const reading = useTranscriptReading(notes, drawn, named)
  useListeningKeys(player, own, durationMs)

  // What was heard is kept once: the next window draws the same stretches at once.
  const { change } = own
  const fresh = found.data
  useEffect(() => {
    if (fresh && notes.speech === null)
      change((now) => ({
        ...now,
        speech: { by: fresh.by, stretches: fresh.stretches.map(([from, to]) => [from, to]) },
      }))
  }, [fresh, notes.speech, change])

  const remove = async () => {
    try {
      await deleteRehearsal(queryClient, account.id, recording.id)
    } catch (error) {
      throw new Error(sentenceFor(error))
    }
    await navigate({ to: "/rehearse" })
  }
  const nth = takes.findIndex((take) => take.recording.id === recording.id)
  return (
    <>
      <PageHeader
        over={
          <>
            <Link to="/rehearse">Rehearse</Link>, <Time at={recording.createdAt} form="relative" /> ·{" "}
            <SaveLine state={own.state} onSave={() => void own.save()} />
          </>
        }
        title={durationMs > 0 ? lengthFinding(durationMs / 1000, length) : named.name}
        under={<About named={named} />}
        actions={
          takes.length > 1 && (
            <Link to="/rehearse/takes" search={aboutSearch(recording)}>
              Take {nth + 1} of {takes.length}, compare them
            </Link>
          )
        }
      />
      <div className="grid items-start gap-x-14 gap-y-12 xl:grid-cols-[minmax(0,1fr)_21rem]">
        <div ref={stage} className="grid min-w-0 gap-8" style={AT_START}>
          <video
            {...player.element}
            src={practiceMedia(recording.id)}
            playsInline
            preload="metadata"
            aria-label="The recording"
            className={recording.kind === "video" ? "aspect-video w-full max-w-md bg-sunk" : "hidden"}
          />
          {player.failed && (
            <FieldError>
              This browser can’t play it just now. The recording is safe; reload the page, or try another
              browser.
            </FieldError>
          )}
          {found.isPending && (
            <div className="max-w-md">
              <Meter
                label="Listening to it on this device"
                text={percent(progress)}
                value={Math.round(progress * 100)}
                max={100}
              />
            </div>
          )}
          {found.error && (
            <p className="max-w-measure text-ink-2">
              {found.error.message} It plays, and what you mark is kept;{" "}
              {drawn ? "the waveform can’t be drawn." : "waveform and pauses can’t be drawn."}
            </p>
          )}
          <Score
            heard={drawn}
            notes={notes}
            reading={reading}
            durationMs={durationMs}
            aimMs={length.aim * 1000}
            player={player}
          />
          <PlayerBar player={player} own={own} durationMs={durationMs} />
          {heard && <PaceRow heard={heard} durationMs={durationMs} />}
          {heard && (
            <Counted heard={heard} transcript={notes.transcript} takes={takes} current={recording.id} />
          )}
          <Section
            title="What you marked"
            note={markNote(notes.marks.length, notes.parts.length)}
            rule="hair"
          >
            <MarkList own={own} player={player} />
          </Section>
          <TranscriptPart recordingId={recording.id} own={own} reading={reading} player={player} />
          <FootKeys
            keys={[
              { keys: "space", label: "play" },
              { keys: "left", label: "five seconds back" },
              { keys: "f", label: "faster" },
              { keys: "j", label: "next question" },
              { keys: "?", label: "all keys" },
            ]}
          />
          <div>
            <ConfirmButton
              title="Delete this rehearsal?"
              consequence="The recording, your marks and its transcript are gone for good. The story stays."
              confirm="Delete for good"
              onConfirm={remove}
            >
              Delete this rehearsal
            </ConfirmButton>
          </div>
        </div>
        <div className="xl:sticky xl:top-6">
          <DraftBeside story={named.story} again={aboutSearch(recording)} />
        </div>
      </div>
    </>
  )
}

/** Where takes of the same thing are found, and told again. */
const aboutSearch = ({ storyId, kitId, itemId }: Rehearsal["recording"]) => ({
  story: storyId ?? undefined,
  kit: kitId ?? undefined,
  item: itemId ?? undefined,
})

const markNote = (marks: number, parts: number): string | undefined =>
  marks + parts === 0 ? undefined : "a press goes there"

function About({ named: { story, question, name } }: { named: Named }) {
  if (question)
    return (
      <span className="read block text-ink">
        {question.question}
        {story && <span className="block font-sans text-small text-ink-2">told with “{name}”</span>}
      </span>
    )
  return <>{story ? `“${name}”, told without a question` : name}</>
}
