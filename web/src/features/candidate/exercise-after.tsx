import type { Attempt } from "@backfill/contract"
import { cx, Link, Markdown, PageHeader, Section, Time } from "../../ui/index.ts"
import { standing } from "../public-pages/lead-link.tsx"
import { isCode, isRecorded } from "./attempt-words.ts"
import { CopyText } from "./copy-text.tsx"
import { ArrivedFiles } from "./file-hand-in.tsx"
import { RecordedAfter } from "./recorded-after.tsx"
import type { AttemptText } from "./use-attempt-text.ts"

/** An exercise that is over: when, what is in, and anything that came too late. */
export function ExerciseAfter({ attempt, work }: { attempt: Attempt; work: AttemptText }) {
  const behind = work.state !== "saved" && work.text !== attempt.text
  const late = behind && work.text.trim() !== "" ? work.text : undefined
  const over = attempt.state === "expired"
  const empty = attempt.text.trim() === "" && attempt.files.length === 0
  const when = attempt.submittedAt ?? attempt.deadline
  return (
    <div className="grid gap-10">
      <PageHeader
        title={over ? "Time is over" : "It’s handed in, thank you"}
        under={
          <>
            {attempt.title}
            {when && (
              <>
                , <Time at={when} form="absolute" />
              </>
            )}
            .{" "}
            {over
              ? "What had been saved by then counts as handed in; there is nothing you need to do."
              : "It can’t be changed any more. Your page tells you what comes next."}
          </>
        }
      />
      {late !== undefined && (
        <Section title="Only on this device">
          <p className="mb-3 text-ink-2">
            These words didn’t reach us before the end. They aren’t lost: copy them, and write to the people
            named on your page if a failing connection was the reason.
          </p>
          <CopyText text={late} />
        </Section>
      )}
      {isRecorded(attempt) && <RecordedAfter attempt={attempt} />}
      {attempt.submission !== "none" && !(isRecorded(attempt) && empty) && (
        <Section title={isRecorded(attempt) ? "With it" : "What we have"}>
          {empty && <p className="text-ink-2">Nothing had been saved.</p>}
          {attempt.files.length > 0 && <ArrivedFiles files={attempt.files} />}
          {attempt.text.trim() !== "" && (
            <p className={cx("mt-3 break-words whitespace-pre-wrap", isCode(attempt.type) ? "code" : "read")}>
              {attempt.text}
            </p>
          )}
        </Section>
      )}
      {attempt.brief && (
        <details className="border-y border-rule">
          <summary className="flex min-h-11 cursor-pointer items-center text-ink-2 hover:text-accent">
            The brief
          </summary>
          <div className="pb-4">
            <Markdown text={attempt.brief} />
          </div>
        </details>
      )}
      <Link to="/c" className={standing}>
        Back to your page
      </Link>
    </div>
  )
}
