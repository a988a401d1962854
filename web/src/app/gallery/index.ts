export { CandidateSample } from "./candidate-sample.tsx"
export { Gallery } from "./gallery.tsx"
export { RoomSample } from "./room-sample.tsx"
export { ShellSample } from "./shell-sample.tsx"
