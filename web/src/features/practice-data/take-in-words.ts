import { bytesInWords } from "../../ui/bytes.ts"
import type { Brought, Step, TakenIn } from "./take-in.ts"

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`

/** What became of a file that was taken in, in one to four sentences. */
export function takenInWords({ brought, recordings }: TakenIn): string {
  const { mocks = 0, recordings: silent = 0 } = brought.leftBehind
  const entries = Object.values(brought.added).reduce((sum, each) => sum + each, 0)
  const arrived = recordings?.arrived ?? 0
  const rest = [
    recordings && arrivedWords(recordings),
    recordings === null &&
      silent > 0 &&
      `${counted(silent, "recording stays", "recordings stay")} behind: their picture and sound aren’t in this file, but in the ZIP that can be downloaded beside it.`,
    mocks > 0 &&
      `${counted(mocks, "mock interview stays", "mock interviews stay")} behind, since a mock is between two accounts of one installation; what the file holds of it can be read there.`,
    recordings?.stopped && "Stopped: what arrived is kept, and the same file goes on with the rest.",
  ].filter((words) => typeof words === "string")
  const staying =
    (recordings?.stayed.length ?? 0) + (recordings?.stopped ? 1 : 0) + mocks + (recordings ? 0 : silent)
  if (entries > 0) return [entriesWords(brought, entries), ...rest].join(" ")
  if (arrived > 0)
    return [...rest, staying === 0 && "Everything else was here already."].filter(Boolean).join(" ")
  if (staying === 0) return "Everything in that file is here already. Nothing was changed."
  return ["There was nothing new to take in, and nothing was changed.", ...rest].join(" ")
}

function entriesWords({ added, alreadyHere }: Brought, entries: number): string {
  const stories = added.stories ?? 0
  const here = alreadyHere > 0 ? `; ${alreadyHere} were here already` : ""
  return `Taken in: ${counted(entries, "entry", "entries")}, ${stories} of them ${stories === 1 ? "a story" : "stories"}${here}.`
}

function arrivedWords({ arrived, alreadyHere }: NonNullable<TakenIn["recordings"]>): string | undefined {
  const here = `${alreadyHere} ${alreadyHere === 1 ? "was" : "were"} here already`
  if (arrived === 0) return alreadyHere > 0 ? `Of the recordings, ${here}.` : undefined
  const came = `${counted(arrived, "recording")} came with picture and sound, and what is noted on ${arrived === 1 ? "it" : "them"}`
  return alreadyHere > 0 ? `${came}; ${here}.` : `${came}.`
}

/** How far the recordings of a file are, for beside the bar. */
export function stepWords(step: Extract<Step, { at: "recordings" }>): string {
  const far = `recording ${step.nth} of ${step.of}, ${bytesInWords(step.sent)} of ${bytesInWords(step.bytes)}`
  const why = STATES[step.state]
  return why ? `${far}: ${why}` : far
}

const STATES: Record<Extract<Step, { at: "recordings" }>["state"], string> = {
  sending: "",
  checking: "looking whether it is whole",
  offline: "no network, it goes on by itself",
  waiting: "the server is busy, it goes on by itself",
  "signed-out": "sign in again in another window, and it goes on",
}
