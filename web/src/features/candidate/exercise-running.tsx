import type { Attempt } from "@backfill/contract"
import { useEffect, useRef, useState } from "react"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { cx, Field, Markdown, PageHeader, Section, TextArea, useNow } from "../../ui/index.ts"
import { secondsLeft, skewOf } from "./attempt-clock.ts"
import { aiWords, besideRecording, isCode, isRecorded } from "./attempt-words.ts"
import { ClockBar } from "./clock-bar.tsx"
import { FileHandIn } from "./file-hand-in.tsx"
import { HandIn } from "./hand-in.tsx"
import { attemptQuery, ownPageQuery } from "./own-page.ts"
import { Pack } from "./pack.tsx"
import { SaveWords } from "./save-words.tsx"
import { StarterCode } from "./starter-code.tsx"
import { TwoVersions } from "./two-versions.tsx"
import type { AttemptText } from "./use-attempt-text.ts"
import { VideoResponse } from "./video-response.tsx"

type ExerciseRunningProps = { attempt: Attempt; receivedAt: number; work: AttemptText }

/** The work itself: the brief, the clock of the server, and what is handed in; side by side where there is room. */
export function ExerciseRunning({ attempt, receivedAt, work }: ExerciseRunningProps) {
  const [busy, setBusy] = useState(false)
  const left = useTimeLeft(attempt, receivedAt, work.save)
  const works = attempt.submission !== "none"
  const { data: page } = useQuery({ ...ownPageQuery, refetchInterval: false })
  const beside = besideRecording(page?.adjustments.granted ?? [])
  const total = Math.ceil(attempt.minutes * (attempt.factor ?? 1)) * 60
  return (
    <>
      <ClockBar left={left} total={total}>
        {works && <SaveWords work={work} />}
      </ClockBar>
      <PageHeader title={attempt.title} under={aiWords(attempt.aiUse)} />
      <div className={cx("grid gap-x-16 gap-y-10", works && "lg:grid-cols-2")}>
        <div className="grid min-w-0 content-start gap-10">
          <Markdown text={attempt.brief ?? ""} />
          {attempt.coding && <StarterCode coding={attempt.coding} work={works ? work : undefined} />}
          {attempt.preparation && (
            <details className="group border-y border-rule">
              <summary className="flex min-h-11 cursor-pointer items-center text-ink-2 hover:text-accent">
                The preparation pack again
              </summary>
              <div className="pb-4">
                <Pack preparation={attempt.preparation} />
              </div>
            </details>
          )}
        </div>
        <div className="grid min-w-0 content-start gap-10 lg:sticky lg:top-20 lg:self-start">
          {isRecorded(attempt) ? (
            <>
              <Section title="Your recording">
                <VideoResponse attempt={attempt} work={work} left={left} />
              </Section>
              <details
                className="border-y border-rule"
                open={beside.agreed || work.text.trim() !== "" || undefined}
              >
                <summary className="flex min-h-11 cursor-pointer items-center text-ink-2 hover:text-accent">
                  {beside.words}
                </summary>
                <div className="grid gap-6 pb-4">
                  <Written attempt={attempt} work={work} rows={6} />
                  <HandIn attempt={attempt} work={work} uploading={false} />
                </div>
              </details>
            </>
          ) : (
            <>
              {works && (
                <Section title="Your work">
                  <div className="grid gap-6">
                    {attempt.submission === "upload" && <FileHandIn attempt={attempt} onBusy={setBusy} />}
                    <Written attempt={attempt} work={work} rows={attempt.submission === "upload" ? 4 : 14} />
                  </div>
                </Section>
              )}
              <HandIn attempt={attempt} work={work} uploading={busy} />
            </>
          )}
        </div>
      </div>
    </>
  )
}

/** What is typed: an answer, code, or words beside a file or a recording. */
function Written({ attempt, work, rows }: { attempt: Attempt; work: AttemptText; rows: number }) {
  const code = isCode(attempt.type)
  const beside = attempt.submission === "upload"
  const label = isRecorded(attempt) ? "Your words" : beside ? "Words to go with it" : "Your answer"
  return (
    <div>
      <Field label={label} optional={beside}>
        <TextArea
          prose={!code}
          spellCheck={!code}
          className={code ? "code" : undefined}
          rows={rows}
          maxLength={200_000}
          value={work.text}
          onChange={(event) => work.write(event.target.value)}
        />
      </Field>
      {work.state === "elsewhere" && <TwoVersions work={work} />}
    </div>
  )
}

/** Seconds left by the server's clock, undefined without a limit. Saves a last time as they run out, then asks what holds. */
function useTimeLeft(attempt: Attempt, receivedAt: number, save: () => Promise<boolean>): number | undefined {
  const queryClient = useQueryClient()
  const now = useNow(1000)
  const closing = useRef(false)
  const closed = useRef(false)
  const { id, deadline } = attempt
  const left =
    deadline === null
      ? undefined
      : secondsLeft(Date.parse(deadline), now.epochMilliseconds, skewOf(attempt.serverNow, receivedAt))
  useEffect(() => {
    if (left === undefined) return
    if (left <= 4 && !closing.current) {
      closing.current = true
      void save()
    }
    if (left <= -1 && !closed.current) {
      closed.current = true
      void save().finally(() => queryClient.invalidateQueries({ queryKey: attemptQuery(id).queryKey }))
    }
  }, [left, save, queryClient, id])
  return left
}
