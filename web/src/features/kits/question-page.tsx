import type { Question } from "@backfill/core"
import { AnchorScale } from "./anchor-scale.tsx"
import { useBook } from "./book-context.tsx"
import { BookletQuestion } from "./booklet-items.tsx"
import { ItemFacts } from "./item-facts.tsx"
import { Dashes, Part, Prose } from "./part.tsx"
import { Samples } from "./samples.tsx"
import { Signs } from "./signs.tsx"
import { Spread } from "./spread.tsx"

/** One question as a page to read; the level switch changes what is expected in place. On paper it is one sheet. */
export function QuestionPage({ question }: { question: Question }) {
  const { level } = useBook()
  const { expected, why } = question.expectations[level]
  return (
    <>
      <div className="print:hidden">
        <Spread
          aside={<ItemFacts item={{ kind: "question", id: question.id }} />}
          head={
            <>
              <header className="grid gap-3 pb-8">
                <h1 data-book-title="" tabIndex={-1} className="font-semibold lg:sr-only">
                  {question.title}
                </h1>
                <p className="lead">{question.question}</p>
                <div className="mt-2">
                  <h2 className="sr-only">Probes</h2>
                  <Dashes lines={question.probes} />
                </div>
              </header>
              <Part id="expected" title={`Expected at ${level}`} rule="ink">
                <Prose>{expected}</Prose>
                <Prose quiet>{why}</Prose>
              </Part>
            </>
          }
        >
          <Part id="anchors" title="Anchors" note="choose the nearest" rule="ink">
            <AnchorScale anchors={question.anchors} />
          </Part>
          <Part id="signs" title="Signs">
            <Signs indicators={question.indicators} />
          </Part>
          <Part id="purpose" title="Why it is asked">
            <Prose>{question.purpose}</Prose>
            {question.confusedWith && (
              <Prose quiet>
                <span className="font-sans text-small">Often mistaken for a good answer: </span>
                {question.confusedWith}
              </Prose>
            )}
          </Part>
          {question.samples.length > 0 && (
            <Part
              id="samples"
              title="Calibrate yourself"
              note={`${question.samples.length} invented answers; guess first, then see what each was written for`}
            >
              <Samples key={question.id} samples={question.samples} anchors={question.anchors} />
            </Part>
          )}
        </Spread>
      </div>
      <div className="hidden print:block">
        <BookletQuestion question={question} />
      </div>
    </>
  )
}
