import { splitAnswer } from "@backfill/core"

/** An answer to read again: what was told, then each probe with what was said to it. */
export function AnswerText({ text, probes }: { text: string; probes: readonly string[] }) {
  const { told, answers } = splitAnswer(text, probes)
  if (text.trim() === "") return <p className="read text-ink-3">You left the page empty.</p>
  return (
    <div className="read grid gap-4 break-words whitespace-pre-wrap">
      <p>{told}</p>
      {answers.map((said, at) => (
        <div key={at}>
          <p className="text-ink-2">{probes[at]}</p>
          <p>{said.trim() === "" ? <span className="text-ink-3">Nothing yet.</span> : said}</p>
        </div>
      ))}
    </div>
  )
}
