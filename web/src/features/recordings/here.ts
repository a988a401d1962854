import { whenLeaving } from "../../app/leaving.ts"
import { deviceStore } from "./device-store.ts"
import { Outbox } from "./outbox.ts"

/** Runs `work` while no other window does; a window that closes makes way. Without Web Locks it just runs. */
export async function alone(name: string, work: () => Promise<void>): Promise<void> {
  if (navigator.locks) await navigator.locks.request(name, work)
  else await work()
}

/** Runs `work` if no other window is at it, and answers whether it did. */
export async function aloneOrNot(name: string, work: () => Promise<void>): Promise<boolean> {
  if (!navigator.locks) {
    await work()
    return true
  }
  return navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (!lock) return false
    await work()
    return true
  })
}

/** What this device keeps of recordings. */
export const takesHere = deviceStore()

/** Whoever records for an owner holds this, one window at a time. */
export const recorderLock = (owner: string): string => `backfill-recorder-${owner}`

/**
 * Ends what was cut off, by a closed window or a device that slept, where it broke off; of a file that was copied by half
 * nothing stays. Answers false while another window records.
 */
export const endCutOff = (owner: string): Promise<boolean> =>
  aloneOrNot(recorderLock(owner), async () => {
    for (const { id, bytes, copied, ending } of await takesHere.list(owner)) {
      if (ending !== undefined) continue
      if (bytes === 0 || copied) await takesHere.remove(id)
      else await takesHere.change(id, { ending: "cut-off" })
    }
  })

/** What this window has on its way. */
export const outboxHere = new Outbox({ store: takesHere, alone, random: Math.random })
// Another session’s cookie mustn’t carry what this one began.
whenLeaving(outboxHere.stopAll)

/** Throws away what this device keeps of recordings of an owner, on their way or not: all, or the one with this id on the server. */
export async function discardHere(owner: string, remoteId?: string): Promise<void> {
  for (const take of await takesHere.list(owner)) {
    if (remoteId !== undefined && take.remoteId !== remoteId) continue
    outboxHere.stop(take.id)
    await takesHere.remove(take.id)
  }
}

/** Goes on at once when the network is back or the window is looked at again, instead of when the wait is over. */
export function wakeOutbox(): () => void {
  const seen = () => document.visibilityState === "visible" && outboxHere.wake()
  addEventListener("online", outboxHere.wake)
  document.addEventListener("visibilitychange", seen)
  return () => {
    removeEventListener("online", outboxHere.wake)
    document.removeEventListener("visibilitychange", seen)
  }
}
