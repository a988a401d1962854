import type { PublicForm } from "@backfill/contract"
import { useRef, useState } from "react"
import { client } from "../../app/client.ts"
import { sentenceFor } from "../../app/use-act.ts"
import { applyBody } from "./apply-body.ts"
import { lastRole } from "./ask-link-form.tsx"
import { type Fault, faultsOf } from "./form-check.ts"
import { isRefused, send, withTry } from "./sending.ts"
import { deviceShelf } from "./shelf.ts"
import type { DraftHold } from "./use-draft.ts"

/**
 * Sends an application once, however often it is asked to. Before anything leaves, the device notes what is being sent,
 * so that a closed page or a lost answer can be taken up again with the same key.
 */
export function useSending(slug: string, form: PublicForm, hold: DraftHold) {
  const [pending, setPending] = useState(false)
  const [failure, setFailure] = useState<string>()
  const [faults, setFaults] = useState<Fault[]>([])
  const busy = useRef(false)

  const run = async () => {
    if (busy.current) return
    if (!navigator.onLine) {
      setFailure(
        "You are offline, so nothing was sent. All you wrote is still here; send it once you are connected.",
      )
      return
    }
    busy.current = true
    setPending(true)
    setFailure(undefined)
    const { key, tries } = hold.draft
    const body = applyBody(hold.draft, form)
    try {
      await hold.keepNow({ tries: withTry(tries, body) })
      const sent = await send(
        (body, key) => client.publicPages.apply({ params: { slug }, body, key }),
        body,
        key,
        tries,
      )
      await deviceShelf.write(lastRole, slug)
      await hold.end(sent)
      window.scrollTo(0, 0)
    } catch (error) {
      // Refused: this try can't have arrived. Whether earlier ones did is as open as before.
      if (isRefused(error)) await hold.keepNow({ tries })
      setFaults(faultsOf(error))
      setFailure(isRefused(error) ? sentenceFor(error) : lost(error))
    } finally {
      busy.current = false
      setPending(false)
    }
  }
  return { send: run, pending, failure, faults, forgetFaults: () => setFaults([]) }
}

/** What to say when no usable answer came back. */
function lost(error: unknown): string {
  const why = error instanceof TypeError ? "The connection was lost" : "The server couldn’t answer"
  return `${why}, so we can’t tell whether it arrived. Nothing you wrote is lost. Send it again when you can: it can’t arrive twice.`
}
