import { clockFigures, cx, Kbd } from "../../ui/index.ts"

/** Letters that ask a probe; a fifth would collide with the key for expectations. */
export const probeKeys = ["a", "b", "c", "d"]

type ProbesProps = {
  probes: ReadonlyArray<string>
  /** Second at which a probe was asked, by its number from 1. */
  asked: ReadonlyMap<number, number> | undefined
  onAsk: (index: number) => void
}

/** What to ask next, under the question; one that was asked steps back and carries its time. */
export function Probes({ probes, asked, onAsk }: ProbesProps) {
  if (probes.length === 0) return null
  return (
    <ol aria-label="Probes" className="mt-5">
      {probes.map((text, at) => {
        const second = asked?.get(at + 1)
        const key = probeKeys[at]
        return (
          <li key={at}>
            <button
              type="button"
              aria-pressed={second !== undefined}
              onClick={() => onAsk(at + 1)}
              className="grid w-full cursor-pointer grid-cols-[28px_1fr_auto] items-baseline gap-x-0 py-0.75 text-left"
            >
              <span>{key && <Kbd keys={key} />}</span>
              <span className={cx("read leading-6.5", second !== undefined && "text-ink-3")}>{text}</span>
              {second !== undefined && (
                <span className="pl-4 font-mono text-small text-ink-3">
                  <span className="sr-only">asked at </span>
                  {clockFigures(second)}
                </span>
              )}
            </button>
          </li>
        )
      })}
    </ol>
  )
}
