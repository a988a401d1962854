import { MAX_TRANSCRIPT } from "@backfill/contract"
import { useQuery } from "@tanstack/react-query"
import { Section, TextArea } from "../../ui/index.ts"
import { StoryFacts } from "../stories/editor/story-facts.tsx"
import { transcriptionQuery } from "./queries.ts"
import { SpokenHints } from "./spoken-hints.tsx"
import { ServiceTranscript } from "./service-transcript.tsx"
import type { NotesInHand } from "./use-notes.ts"
import type { Player } from "./use-player.ts"
import type { TranscriptReading } from "./use-transcript-reading.ts"
import { withoutFillers } from "./without-fillers.ts"

type TranscriptPartProps = {
  recordingId: string
  own: NotesInHand
  reading: TranscriptReading
  player: Player
}

/** What was said, typed or pasted; the coach then asks about the telling as it asks about a draft. */
export function TranscriptPart({ recordingId, own, reading, player }: TranscriptPartProps) {
  const host = useQuery(transcriptionQuery).data ?? null
  const { transcript } = own.notes
  const write = (text: string) =>
    own.change((now) => ({
      ...now,
      // Corrected, it is still the service’s: what it left out, no correction counts back in.
      transcript: text === "" ? null : { text, from: now.transcript?.from ?? "typed" },
    }))
  return (
    <Section title="What you said" note={transcript ? "saved as you write" : "typed or pasted"}>
      <div className="grid gap-6">
        <TextArea
          prose
          rows={5}
          aria-label="Transcript"
          maxLength={MAX_TRANSCRIPT}
          placeholder="Type or paste what you said. The coach then reads it, and its questions stand on the time above."
          value={transcript?.text ?? ""}
          onChange={({ target }) => write(target.value)}
        />
        {host !== null && (
          <ServiceTranscript
            host={host}
            recordingId={recordingId}
            replaces={transcript !== null}
            onTaken={(text) => own.change((now) => ({ ...now, transcript: { text, from: "service" } }))}
          />
        )}
        {transcript && <SpokenHints own={own} reading={reading} player={player} />}
        {reading.reading?.isStory && transcript && (
          <div className="grid gap-2">
            <StoryFacts
              reading={transcript.from === "service" ? withoutFillers(reading.reading) : reading.reading}
            />
            {transcript.from === "service" && (
              <p className="max-w-measure text-small text-ink-2">
                Words that soften or fill aren’t counted here: a transcription service leaves many of them
                out.
              </p>
            )}
          </div>
        )}
      </div>
    </Section>
  )
}
