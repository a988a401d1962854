import { clockFigures } from "../../ui/index.ts"
import type { Ending } from "./recorder-state.ts"
import type { ShownTake, Whereabouts } from "./shown-takes.ts"

const percent = (share: number) => `${Math.floor(share * 100)} %`

/** Where a take is, in a few words. Never says that it arrived before the server did. */
export function whereWords(where: Whereabouts): string {
  switch (where.at) {
    case "recording":
      return "being recorded"
    case "on-its-way":
      if (where.signedOut)
        return `kept on this device; it goes on once you are signed in or have opened the link from your mail`
      return where.offline
        ? `${percent(where.share)} has arrived, the rest is kept on this device until you are connected`
        : `on its way, ${percent(where.share)} has arrived`
    case "stopped":
      return "kept on this device, not sent"
    case "elsewhere":
      return "not complete; the rest is in another window or on another device"
    case "arrived":
      return "has arrived"
  }
}

/** A take in a line: how long, and where it is. */
export function takeLine({ durationMs, kind, where }: ShownTake): string {
  const length = durationMs === undefined ? "" : `${clockFigures(durationMs / 1000)}, `
  return `${length}${kind === "audio" ? "sound only, " : ""}${whereWords(where)}`
}

/** Why a take ended, where that needs saying. */
export function endingWords(ending: Ending): string | undefined {
  switch (ending) {
    case "limit":
      return "That was the time there is. All of it is kept."
    case "device":
      return "It ends where the device stopped. What came before is kept; watch it and decide."
    case "full":
      return "A recording can’t be larger than this. All of it up to here is kept."
    case "cut-off":
      return "This page was closed while it recorded. What was recorded until then is kept; at most the last second is missing."
    case "pressed":
    case "chosen":
      return undefined
  }
}
