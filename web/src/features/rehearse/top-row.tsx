import type { RehearsalMark } from "@backfill/contract"
import { placed, Row } from "./row.tsx"
import type { TranscriptReading } from "./use-transcript-reading.ts"

type TopRowProps = { marks: readonly RehearsalMark[]; hints: TranscriptReading["hints"]; durationMs: number }

/** Above the sound: what was marked while listening, and the coach’s questions by their number. */
export function TopRow({ marks, hints, durationMs }: TopRowProps) {
  if (marks.length + hints.length === 0) return null
  return (
    <Row label={hints.length === 0 ? "Marked" : marks.length === 0 ? "Questions" : "Marked, asked"}>
      <div aria-hidden="true" className="relative h-6">
        {marks.map(({ atMs, kind }, nth) => (
          <span
            key={`${atMs}-${nth}`}
            className="absolute bottom-0.5 -translate-x-1/2"
            style={{ left: placed(atMs, durationMs) }}
          >
            <MarkSign kind={kind} />
          </span>
        ))}
        {hints.map(({ id, fromMs }, nth) => (
          <span
            key={id}
            className="absolute top-0 size-5 -translate-x-1/2 rounded-full bg-fill text-center text-small leading-5 font-semibold text-on-fill"
            style={{ left: placed(fromMs, durationMs) }}
          >
            {nth + 1}
          </span>
        ))}
      </div>
    </Row>
  )
}

/** A ramble is a wave, an “uh” a stroke. */
export function MarkSign({ kind }: { kind: RehearsalMark["kind"] }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 14 14" className="size-3.5 fill-none stroke-ink stroke-[1.75]">
      <path d={kind === "ramble" ? "M1 7c2-5 4-5 6 0s4 5 6 0" : "M7 2v10"} />
    </svg>
  )
}
