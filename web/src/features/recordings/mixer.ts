/** A headset may take so long to wake up. */
const PATIENCE_MS = 2000

/** What of an AudioContext is needed to see whether it runs. */
export type Startable = { readonly state: string; resume(): Promise<unknown> }

/**
 * Starts a mixer of sound, and answers whether sound passes through it. On a computer without a loudspeaker Firefox never
 * starts one and never says so, and on a phone in a call Safari waits for the end of the call: nobody waits longer for
 * that than `patienceMs`.
 */
export async function starts(mixer: Startable, patienceMs = PATIENCE_MS): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const tired = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patienceMs)
  })
  await Promise.race([mixer.resume().catch(() => undefined), tired])
  clearTimeout(timer)
  return mixer.state === "running"
}
