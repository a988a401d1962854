export { forgetOldRecordings, forgetRecordings } from "./device-store.ts"
export { discardHere } from "./here.ts"
export { isTake, Recorder, type RecorderProps } from "./recorder.tsx"
export {
  aboutWords,
  candidateRemote,
  ownMedia,
  practiceMedia,
  practiceRemote,
  type RehearsalAbout,
} from "./remote.ts"
export { type ShownTake, shownTakes, takeName } from "./shown-takes.ts"
export { TakePlayer } from "./take-player.tsx"
export { useOnItsWay } from "./use-on-its-way.ts"
export { useRecorder } from "./use-recorder.ts"
