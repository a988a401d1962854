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
  type Remote,
} from "./remote.ts"
export { type ShownTake, shownTakes, takeName } from "./shown-takes.ts"
export { TakePlayer } from "./take-player.tsx"
export type { KeptTake } from "./take-store.ts"
export { type Outcome, type UploadDeps, type UploadState, uploadTake } from "./upload.ts"
export { useOnItsWay } from "./use-on-its-way.ts"
export { useRecorder } from "./use-recorder.ts"
