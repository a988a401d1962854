import type { KitSummary } from "@backfill/contract"
import { useQuery } from "@tanstack/react-query"
import { client } from "../../app/client.ts"
import { ProblemState } from "../../app/index.ts"
import { EmptyState, Link, Loading, PageHeader } from "../../ui/index.ts"

/** Every kit this server found, with what is wrong with it by file and line. */
export function KitsPage() {
  const kits = useQuery({ queryKey: ["kits", "list"], queryFn: ({ signal }) => client.kits.list({ signal }) })
  return (
    <>
      <PageHeader
        title="Kits"
        under="Questions, anchors, rounds and weights as plain files. An opening keeps the version it began with."
      />
      {kits.error ? (
        <ProblemState error={kits.error} retry={() => void kits.refetch()} />
      ) : !kits.data ? (
        <Loading label="Loading kits" />
      ) : kits.data.items.length === 0 ? (
        <EmptyState title="No kit was found">
          <p>
            Put a kit’s folder where the server looks for kits, then reload. The template is a good start.
          </p>
        </EmptyState>
      ) : (
        <ul className="border-t border-rule-strong">
          {kits.data.items.map((kit) => (
            <KitLine key={kit.id} kit={kit} />
          ))}
        </ul>
      )}
    </>
  )
}

function KitLine({ kit }: { kit: KitSummary }) {
  const readable = kit.errors === 0
  return (
    <li className="grid gap-2 border-b border-rule py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <p className="font-serif text-[1.25rem]/7">
          {readable ? (
            <Link to="/kits/$kitId" params={{ kitId: kit.id }}>
              {kit.title}
            </Link>
          ) : (
            kit.title
          )}
        </p>
        <p className="text-small text-ink-2">
          {kit.version && `${kit.version}, `}
          <code className="font-mono" title={kit.digest}>
            {kit.digest.slice(0, 12)}
          </code>
        </p>
      </div>
      <p className="text-ink-2">
        {kit.role !== kit.title && `${kit.role}, `}
        {kit.questions} questions, {kit.exercises} exercises.{" "}
        {kit.errors > 0 && (
          <span className="font-semibold text-warn">{kit.errors} errors: it can’t be used yet.</span>
        )}
        {kit.errors === 0 && kit.warnings > 0 && `${kit.warnings} things to look at.`}
      </p>
      {kit.problems.length > 0 && <Problems kit={kit} />}
    </li>
  )
}

function Problems({ kit }: { kit: KitSummary }) {
  return (
    <details open={kit.errors > 0}>
      <summary className="cursor-pointer py-1 text-small text-ink-2">What, and where</summary>
      <ul className="mt-1 grid gap-2">
        {kit.problems.map((problem, at) => (
          <li key={at} className="grid gap-x-4 sm:grid-cols-[18rem_minmax(0,1fr)]">
            <code className="font-mono text-small break-all text-ink-2">
              {problem.file}:{problem.line}:{problem.column}
            </code>
            <span className="max-w-measure">
              <span className={problem.severity === "error" ? "font-semibold text-warn" : "text-ink-2"}>
                {problem.severity === "error" ? "Error. " : "To look at. "}
              </span>
              {problem.message}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
