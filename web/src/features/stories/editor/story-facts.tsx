import type { ReactNode } from "react"
import { cx } from "../../../ui/index.ts"
import type { Span } from "./follow.ts"
import type { StoryReading } from "./reader.ts"
import { changeWords, times } from "./words.ts"

/** As many words of one kind as are listed before "and more". */
const MOST = 12

/** What was counted in a story: numbers and whether they agree, own part and team, who was told, words that soften or fill. */
export function StoryFacts({ reading }: { reading: StoryReading }) {
  const { text, details } = reading
  const quote = ({ start, end }: Span) => text.slice(start, end)
  const numbers = details.quantities.filter(({ kind }) => kind !== "clock")
  const outcome = numbers.filter(({ part }) => part === "result" || part === "hardening")
  const elsewhere = numbers.filter((number) => !outcome.includes(number))
  const partAt = ({ start }: Span) =>
    reading.sentences.find((sentence) => sentence.start <= start && start < sentence.end)?.part
  // Two numbers without a claim are a range as often as a change, unless they stand in the outcome.
  const changes = details.changes.filter((change) => change.claimed || partAt(change) === "result")
  const told = details.told.filter((span) => partAt(span) !== "other")
  return (
    <dl className="grid gap-x-10 gap-y-3 border-t border-rule pt-3 sm:grid-cols-2">
      <Fact term="Numbers in the outcome">
        {outcome.length > 0 ? <Words words={outcome.map(quote)} /> : <Quiet>none found</Quiet>}
        {elsewhere.length > 0 && (
          <span className="mt-0.5 block text-small text-ink-2">
            Elsewhere: <Words words={elsewhere.map(quote)} />
          </span>
        )}
      </Fact>
      <Fact term="Before and after">
        {changes.length === 0 && <Quiet>none in one sentence</Quiet>}
        {changes.map((change) => (
          <span key={change.start} className="block">
            <span className="font-serif">{quote(change)}</span>
            <span className={cx("block text-small", change.holds === false ? "font-semibold" : "text-ink-2")}>
              {changeWords(change)}
            </span>
          </span>
        ))}
      </Fact>
      <Fact term="Your part and the team’s">
        “I” {times(details.own)}, “we” {times(details.team)}
        <Share own={details.own} team={details.team} />
      </Fact>
      <Fact term="Read as telling somebody">
        {told.length === 0 && <Quiet>not found</Quiet>}
        {told.slice(0, 2).map((span) => (
          <span key={span.start} className="line-clamp-2 font-serif">
            {quote(span)}
          </span>
        ))}
      </Fact>
      {details.hedges.length + details.fillers.length > 0 && (
        <Fact term="Words that soften or fill">
          <Words
            words={[...details.hedges, ...details.fillers].toSorted((a, b) => a.start - b.start).map(quote)}
          />
        </Fact>
      )}
    </dl>
  )
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-small text-ink-2">{term}</dt>
      <dd className="mt-0.5 [overflow-wrap:anywhere]">{children}</dd>
    </div>
  )
}

const Quiet = ({ children }: { children: string }) => <span className="text-ink-3">{children}</span>

/** Words as they stand in the text, each once. */
function Words({ words }: { words: readonly string[] }) {
  const each = [...new Set(words)]
  return (
    <>
      {each.slice(0, MOST).join(", ")}
      {each.length > MOST && ` and ${each.length - MOST} more`}
    </>
  )
}

/** Own words against the team's as one line; the numbers stand above it. */
function Share({ own, team }: { own: number; team: number }) {
  if (own + team === 0) return null
  return (
    <span aria-hidden="true" className="mt-1.5 flex h-1 max-w-60 gap-px">
      <span className="bg-step-4" style={{ flexGrow: own }} />
      <span className="bg-step-2" style={{ flexGrow: team }} />
    </span>
  )
}
