import { useState } from "react"
import { type Held, meet } from "./beside.ts"

/**
 * A form's values beside what the server has, which others may change while one types. `version` goes with a save;
 * `theirs` is there when others saved something else: then one chooses before anything is saved.
 */
export function useBeside<Values>(saved: Values, version: number) {
  const [held, setHeld] = useState<Held<Values>>({ mine: saved, base: saved, version })
  const met = meet(held, saved, version)
  if (met !== held) setHeld(met)
  const differs = met.version !== version
  return {
    values: met.mine,
    version: met.version,
    theirs: differs ? saved : undefined,
    change: (part: Partial<Values>) => setHeld((now) => ({ ...now, mine: { ...now.mine, ...part } })),
    /** Goes on with one's own, knowing what it replaces. */
    keepMine: () => setHeld((now) => ({ ...now, base: saved, version })),
    takeTheirs: () => setHeld({ mine: saved, base: saved, version }),
    /** After one's own save: what the server made of it. */
    settle: (now: Values, at: number) => setHeld({ mine: now, base: now, version: at }),
  }
}
