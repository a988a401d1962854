import type { Kit, Level } from "@backfill/core"
import { Section } from "../../ui/index.ts"
import { audienceWords } from "./audience-words.ts"
import { JudgedBy } from "./judged-by.tsx"

type Question = Kit["questions"][number]

/** One question as a page to read; the level switch changes what is expected in place. */
export function QuestionPage({ kit, question, level }: { kit: Kit; question: Question; level: Level }) {
  const competency = kit.competencies.find((each) => each.id === question.competency)
  const { expected, why } = question.expectations[level]
  return (
    <article className="grid gap-8">
      <header className="grid gap-3">
        <p className="text-small text-ink-2">
          {competency?.title ?? question.competency}, {question.minutes} min,{" "}
          {audienceWords[question.audience]}
        </p>
        <h2 className="text-ui font-semibold">{question.title}</h2>
        <p className="lead max-w-[44rem]">{question.question}</p>
        <ul className="read grid max-w-measure gap-1">
          {question.probes.map((probe) => (
            <li key={probe} className="relative pl-6">
              <span aria-hidden="true" className="absolute left-0 text-ink-3">
                –
              </span>
              {probe}
            </li>
          ))}
        </ul>
      </header>
      <Section title={`At ${level}`}>
        <p className="read max-w-measure">{expected}</p>
        <p className="read mt-2 max-w-measure text-ink-2">{why}</p>
      </Section>
      <Section title="Why it is asked" rule="hair">
        <p className="read max-w-measure">{question.purpose}</p>
        {question.confusedWith && (
          <p className="read mt-2 max-w-measure text-ink-2">{question.confusedWith}</p>
        )}
      </Section>
      <JudgedBy indicators={question.indicators} anchors={question.anchors} />
      {question.samples.length > 0 && (
        <Section title="Sample answers" note="to calibrate on: score first, then look" rule="hair">
          {question.samples.map((sample, at) => (
            <details key={at} className="border-b border-rule py-2">
              <summary className="cursor-pointer">Answer {at + 1}</summary>
              <p className="read mt-2 max-w-measure">{sample.answer}</p>
              <details className="mt-2">
                <summary className="cursor-pointer text-small text-ink-2">Its score</summary>
                <p className="font-semibold">{sample.score}</p>
              </details>
            </details>
          ))}
        </Section>
      )}
    </article>
  )
}
