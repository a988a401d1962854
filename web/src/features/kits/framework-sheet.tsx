import { LEVELS } from "@backfill/core"
import { useBook } from "./book-context.tsx"

/** The framework on paper, lying on its side: every cell in full, and what an attitude without levels means. */
export function FrameworkSheet() {
  const { kit, level } = useBook()
  return (
    <section className="kit-wide">
      <h2 className="lead mb-4">Framework</h2>
      <div tabIndex={0} role="group" aria-label="Framework" className="overflow-x-auto">
        <table className="w-full min-w-[54rem] table-fixed border-collapse print:min-w-0">
          <thead>
            <tr className="border-b border-rule-strong text-left text-small">
              <th scope="col" className="w-32 pb-1 font-normal">
                Competency
              </th>
              {LEVELS.map((each) => (
                <th
                  key={each}
                  scope="col"
                  className={`px-2 pb-1 ${each === level ? "font-semibold" : "font-normal"}`}
                >
                  {each}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {kit.competencies.map(({ id, title, weight, levels, definition }) => (
              <tr key={id} className="break-inside-avoid border-b border-rule align-top">
                <th scope="row" className="py-2 pr-2 text-left text-small font-semibold">
                  {title}
                  <span className="block font-normal text-ink-2">{weight} %</span>
                </th>
                {levels ? (
                  LEVELS.map((each) => (
                    <td key={each} className="px-2 py-2 font-serif text-small/4.5 print:py-1.5">
                      {levels[each]}
                    </td>
                  ))
                ) : (
                  <td colSpan={LEVELS.length} className="px-2 py-2 font-serif text-small/4.5 print:py-1.5">
                    {definition}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
