import type { Fault } from "../design/document.ts"
import type { Drain } from "../engine/drains.ts"
import { type Deed, Timeline } from "../engine/nodes/timeline.ts"
import { BatchStation } from "../engine/nodes/batch-station.ts"
import { WHOLE } from "../engine/nodes/router.ts"
import { Stream } from "../draws/stream.ts"
import { bitsFor, nextBits } from "../draws/bits.ts"
import type { Network, Placed } from "./placed.ts"

/** Puts a design's faults on the timeline of its run. */
export function planFaults(network: Network): void {
  const { design, engine, tick } = network
  const deeds: Deed[] = []
  const ticks = (seconds: number) => Math.floor(seconds / tick + 0.5)
  for (const [at, fault] of design.faults.entries()) {
    const placed = network.placed.get(fault.component)
    if (placed === undefined || fault.type === "price-change") continue
    const [from, until] = [ticks(fault.at), ticks(fault.at + fault.for)]
    const { begin, end } = effectOf(fault, placed, network, `fault-${at}`)
    let drain: Drain | null = null
    deeds.push({
      at: from,
      act() {
        drain = engine.drains.begin(from, until, engine.records.live)
        begin()
      },
    })
    deeds.push({
      at: until,
      act() {
        end()
        if (drain !== null) engine.drains.check(engine.records.live, until)
      },
    })
  }
  if (deeds.length > 0) new Timeline(engine, deeds)
}

interface Effect {
  begin: () => void
  end: () => void
}

/** What a fault does to a component, and how it is undone. `for` price changes see the cost. */
function effectOf(
  fault: Exclude<Fault, { type: "price-change" }>,
  { part, tap }: Placed,
  network: Network,
  purpose: string,
): Effect {
  const workers = part.workers ?? []
  const { tick } = network
  switch (fault.type) {
    case "crash": {
      const halt = stopping({ part, tap }, workers)
      return { begin: () => (halt.begin(), part.crashed?.()), end: halt.end }
    }
    case "lost-broker": {
      const brokers = part.brokers ?? 1
      return stopping(
        { part, tap },
        workers.filter((_, at) => at % brokers === 0),
      )
    }
    case "poison-message": {
      // The first worker tries it again and again until somebody sets it aside: one record is refused.
      const halt = stopping({ part, tap }, workers.slice(0, 1))
      return { begin: () => (tap?.refuseNext(), halt.begin()), end: halt.end }
    }
    case "slow-node": {
      const slow = workers.slice(0, 1)
      const set = (factor: number) => slow.forEach((worker) => (worker.slowness = factor))
      return { begin: () => set(fault.factor), end: () => set(1) }
    }
    case "quota": {
      const servers = workers.reduce((sum, { options }) => sum + options.servers, 0)
      const set = (least: number) => workers.forEach((worker) => (worker.leastService = least))
      return { begin: () => set(servers / (fault.rate * tick)), end: () => set(0) }
    }
    case "missed-schedule": {
      const scheduled = workers.filter((worker) => worker instanceof BatchStation)
      const set = (skipping: boolean) => scheduled.forEach((worker) => (worker.skipping = skipping))
      return scheduled.length > 0
        ? { begin: () => set(true), end: () => set(false) }
        : { begin: () => tap?.close(), end: () => tap?.open() }
    }
    case "network-cut":
      return { begin: () => tap?.close(), end: () => tap?.open() }
    case "hot-partition": {
      const dice = diceOf(network, fault.component, purpose)
      const set = (hot: { share: number; dice: Stream } | null) => {
        if (part.router !== undefined) part.router.hot = hot
      }
      return { begin: () => set({ share: fault.share * WHOLE, dice }), end: () => set(null) }
    }
    case "late-data": {
      const late = {
        share: fault.share * WHOLE,
        ticks: Math.floor(fault.by / tick),
        dice: diceOf(network, fault.component, purpose),
      }
      const set = (to: typeof late | null) => {
        if (part.source !== undefined) part.source.late = to
      }
      return { begin: () => set(late), end: () => set(null) }
    }
    case "schema-change":
      return setting((share) => tap?.set({ refusing: share }), fault.share)
    case "partial-loss":
      return setting((share) => tap?.set({ losing: share }), fault.share)
    case "duplicates":
      return setting((share) => tap?.set({ doubling: share }), fault.share)
  }
}

const setting = (set: (share: number) => void, share: number): Effect => ({
  begin: () => set(share * WHOLE),
  end: () => set(0),
})

/** Workers stand still; what has none lets nothing in. */
function stopping(
  { tap }: Pick<Placed, "part" | "tap">,
  workers: readonly { stop(): void; resume(): void }[],
): Effect {
  if (workers.length === 0) return { begin: () => tap?.close(), end: () => tap?.open() }
  return {
    begin: () => workers.forEach((worker) => worker.stop()),
    end: () => workers.forEach((worker) => worker.resume()),
  }
}

function diceOf({ seed }: Network, id: string, purpose: string): Stream {
  const bits = bitsFor(seed, id, purpose)
  return new Stream((out) => {
    for (let i = 0; i < out.length; i += 1) out[i] = nextBits(bits) >>> 0
  })
}
