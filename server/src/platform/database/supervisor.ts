import { isAlive, signal } from "./processes.ts"
import { startPostmaster, stopPostmaster, type Postmaster, type Start } from "./postmaster.ts"
import { messageOf } from "./errors.ts"

/** Watches over a postmaster. */
export interface Supervisor {
  pid(): number
  stop(): Promise<void>
  /** For an exit handler, which can't wait: tells PostgreSQL to stop and returns. */
  stopNow(): void
}

const lookEvery = 200
// A database that dies over and over has a cause that restarting doesn't cure.
const restartsAMinute = 10

/**
 * Starts PostgreSQL again when it dies under a running server (killed by hand or for want of memory). It looks
 * instead of listening, because an adopted postmaster is not our child. Connections that were open are lost;
 * the pools open new ones.
 */
export function superviseDatabase(first: Postmaster, start: Start): Supervisor {
  let current = first
  let stopping = false
  let starting: Promise<void> | undefined
  let restarts: number[] = []

  const restart = async () => {
    start.log.error(`PostgreSQL (process ${current.pid}) ended unexpectedly; starting it again.`)
    restarts = [...restarts.filter((time) => time > Date.now() - 60_000), Date.now()]
    if (restarts.length > restartsAMinute) {
      clearInterval(timer)
      start.log.error(
        "PostgreSQL keeps ending; it is left stopped. Its own log says why. Start Backfill again after that.",
      )
      return
    }
    try {
      current = await startPostmaster(start)
      start.log.info(`PostgreSQL runs again (process ${current.pid}).`)
    } catch (error) {
      start.log.error(messageOf(error))
    }
  }
  const timer = setInterval(() => {
    if (stopping || starting || isAlive(current.pid)) return
    starting = restart().finally(() => {
      starting = undefined
    })
  }, lookEvery)
  timer.unref()

  return {
    pid: () => current.pid,
    async stop() {
      stopping = true
      clearInterval(timer)
      await starting
      if (isAlive(current.pid)) await stopPostmaster(current.pid)
    },
    stopNow() {
      stopping = true
      if (isAlive(current.pid)) signal(current.pid, "SIGINT")
    },
  }
}
