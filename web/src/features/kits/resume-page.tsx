import { AnchorScale } from "./anchor-scale.tsx"
import { useBook } from "./book-context.tsx"
import { Part, Prose } from "./part.tsx"

/** The criteria a résumé is read by, at one level. */
export function ResumePage() {
  const { kit, level } = useBook()
  return (
    <article className="grid gap-8 [overflow-anchor:none]">
      <header>
        <h1 className="lead" data-book-title="" tabIndex={-1}>
          {kit.resumeCriteria.length} criteria a résumé is read by
        </h1>
      </header>
      {kit.resumeCriteria.map((criterion) => (
        <Part
          key={criterion.id}
          id={criterion.id}
          title={criterion.title}
          className="print:break-inside-avoid"
        >
          <Prose>{criterion.looksFor}</Prose>
          <p className="read mt-3 max-w-measure border-l border-accent-line pl-4">
            <span className="block font-sans text-small/6 text-ink-2">Evidence at {level}</span>
            {criterion.evidence[level]}
          </p>
          <details className="mt-2 print:hidden">
            <summary className="cursor-pointer py-2 text-small text-ink-2">Its five anchors</summary>
            <div className="pt-2">
              <AnchorScale anchors={criterion.anchors} />
            </div>
          </details>
          <div className="mt-2 hidden print:block">
            <AnchorScale anchors={criterion.anchors} />
          </div>
        </Part>
      ))}
    </article>
  )
}
