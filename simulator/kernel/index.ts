// The simulator's kernel: what is done for every record of a row, on blocks of them, in WebAssembly. AssemblyScript;
// `npm run build:kernel` compiles it into simulator/src/kernel/bytes.ts, and docs/decisions/simulator-kernel.md says why.
//
// All memory is the caller's: functions get addresses of arrays of doubles and keep nothing between calls. Times are whole
// ticks in doubles, so sums and differences are exact. `f64x2.pmax` is one instruction without a branch, even where only
// the lower of its two lanes counts: whether a server is idle can't be foreseen, and guessing wrong takes longer.
export { draw } from "./draw"
export { arrive, serve } from "./row"
export { observe } from "./observe"
export { finish } from "./finish"
export { share } from "./pool"
