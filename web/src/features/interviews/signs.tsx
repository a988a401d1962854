import { cx, Kbd } from "../../ui/index.ts"

type SignsProps = {
  positive: ReadonlyArray<string>
  negative: ReadonlyArray<string>
  ticked: ReadonlySet<number>
  onToggle: (index: number) => void
}

/** What speaks for and against, as two quiet columns; a ticked one carries its number filled. */
export function Signs({ positive, negative, ticked, onToggle }: SignsProps) {
  if (positive.length + negative.length === 0) return null
  return (
    <div className="mt-8 grid gap-x-8 gap-y-6 border-t border-rule pt-3.5 @xl:grid-cols-2">
      <Column title="Good signs" prefix="" signs={positive} sign={1} ticked={ticked} onToggle={onToggle} />
      <Column
        title="Warning signs"
        prefix="shift+"
        signs={negative}
        sign={-1}
        ticked={ticked}
        onToggle={onToggle}
      />
    </div>
  )
}

type ColumnProps = {
  title: string
  prefix: string
  signs: ReadonlyArray<string>
  sign: 1 | -1
  ticked: ReadonlySet<number>
  onToggle: (index: number) => void
}

function Column({ title, prefix, signs, sign, ticked, onToggle }: ColumnProps) {
  if (signs.length === 0) return null
  const keys = signs.length > 1 ? `${prefix}1–${Math.min(9, signs.length)}` : `${prefix}1`
  return (
    <section aria-label={title}>
      <h3 className="mb-1.5 flex items-baseline justify-between text-small text-ink-2">
        {title} <Kbd keys={keys} />
      </h3>
      <ol>
        {signs.map((text, at) => {
          const index = sign * (at + 1)
          const on = ticked.has(index)
          return (
            <li key={at}>
              <button
                type="button"
                aria-pressed={on}
                onClick={() => onToggle(index)}
                className={cx(
                  "grid w-full cursor-pointer grid-cols-[28px_1fr] py-1.5 text-left hover:text-ink",
                  on ? "text-ink" : "text-ink-2",
                )}
              >
                <span
                  className={cx(
                    "-ml-1.5 grid size-5 place-items-center rounded-control font-mono text-small",
                    on
                      ? sign > 0
                        ? "bg-fill font-semibold text-on-fill"
                        : "bg-ink font-semibold text-paper"
                      : "text-ink-3",
                  )}
                >
                  {at + 1}
                </span>
                <span>{text}</span>
              </button>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
