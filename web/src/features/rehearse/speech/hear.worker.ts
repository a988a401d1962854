// Listens beside the page, which stays responsive; ended by ending the worker.
import { hearByEnergy } from "./hear.ts"
import type { Ask, Told } from "./listen.ts"

self.onmessage = ({ data }: MessageEvent<Ask>) => {
  self.postMessage({ heard: hearByEnergy(data.samples) } satisfies Told)
}
