import { type Kit, LEVELS, type Level } from "@backfill/core"

/** Disciplines and competencies down, levels across; the chosen level stands out, and is the only one on a narrow window. */
export function FrameworkTable({ kit, level }: { kit: Kit; level: Level }) {
  return (
    <div tabIndex={0} role="region" aria-label="Framework" className="overflow-x-auto">
      <table className="w-full border-collapse sm:min-w-[54rem]">
        <caption className="sr-only">What each level looks like in each competency</caption>
        <thead>
          <tr className="border-b border-rule-strong text-left text-small text-ink-2">
            <th scope="col" className="w-32 pb-1.5 font-normal sm:w-36">
              Competency
            </th>
            {LEVELS.map((each) => (
              <th
                key={each}
                scope="col"
                aria-current={each === level ? "true" : undefined}
                className={`px-3 pb-1.5 ${each === level ? "font-semibold text-accent" : "font-normal max-sm:hidden"}`}
              >
                {each}
              </th>
            ))}
          </tr>
        </thead>
        {kit.disciplines.map((discipline) => (
          <tbody key={discipline.id}>
            <tr>
              <th colSpan={5} scope="colgroup" className="pt-6 pb-1 text-left font-semibold">
                {discipline.title}
              </th>
            </tr>
            {kit.competencies
              .filter((competency) => competency.discipline === discipline.id)
              .map((competency) => (
                <tr key={competency.id} className="border-t border-rule align-top">
                  <th scope="row" className="py-3 pr-3 text-left font-normal">
                    {competency.title}
                    <span className="block text-small text-ink-2">
                      {competency.weight} % of the composite
                    </span>
                  </th>
                  {competency.levels ? (
                    LEVELS.map((each) => (
                      <td
                        key={each}
                        className={`px-3 py-3 font-serif text-[0.9375rem]/6 ${each === level ? "bg-wash" : "text-ink-2 max-sm:hidden"}`}
                      >
                        {competency.levels?.[each]}
                      </td>
                    ))
                  ) : (
                    <td colSpan={4} className="px-3 py-3 font-serif text-[0.9375rem]/6 text-ink-2">
                      {competency.definition}
                    </td>
                  )}
                </tr>
              ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}
