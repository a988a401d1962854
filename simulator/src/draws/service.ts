import { exp, log } from "../numbers/elementary.ts"
import { type Bits, nextUniform } from "./bits.ts"
import { exponential, exponentialFill } from "./exponential.ts"
import type { Fill } from "./stream.ts"

/** A distribution of durations; `mean` in any unit, `scv` is variance over squared mean. */
export type Distribution =
  | { distribution: "exponential" | "deterministic"; mean: number }
  | { distribution: "erlang"; mean: number; k: number }
  | { distribution: "hyperexponential" | "lognormal"; mean: number; scv: number }

/** What fills blocks with draws of a distribution whose mean is given in ticks, rounded to whole ticks of at least `least`. */
export function fillOf(of: Distribution, bits: Bits, least = 0): Fill {
  const { mean } = of
  if (of.distribution === "exponential") return exponentialFill(bits, mean, least)
  const draw = drawOf(of, bits)
  return (out) => {
    for (let i = 0; i < out.length; i += 1) out[i] = Math.max(Math.floor(draw() + 0.5), least)
  }
}

function drawOf(of: Distribution, bits: Bits): () => number {
  switch (of.distribution) {
    case "exponential":
      return () => of.mean * exponential(bits)
    case "deterministic":
      return () => of.mean
    case "erlang":
      return () => erlang(bits, of.k) * (of.mean / of.k)
    case "hyperexponential":
      return hyperexponential(of.mean, of.scv, bits)
    case "lognormal":
      return lognormal(of.mean, of.scv, bits)
  }
}

function erlang(bits: Bits, k: number): number {
  let sum = 0
  for (let phase = 0; phase < k; phase += 1) sum += exponential(bits)
  return sum
}

/** Two exponential phases with balanced means: each branch carries half of the mean (p₁/μ₁ = p₂/μ₂). */
function hyperexponential(mean: number, scv: number, bits: Bits): () => number {
  const often = (1 + Math.sqrt((scv - 1) / (scv + 1))) / 2
  const [short, long] = [mean / (2 * often), mean / (2 * (1 - often))]
  return () => (nextUniform(bits) < often ? short : long) * exponential(bits)
}

function lognormal(mean: number, scv: number, bits: Bits): () => number {
  const variance = log(1 + scv)
  const [centre, spread] = [log(mean) - variance / 2, Math.sqrt(variance)]
  return () => exp(centre + spread * normal(bits))
}

/** A standard normal variate by Marsaglia's polar method; its twin is dropped, so that one call has one meaning. */
export function normal(bits: Bits): number {
  for (;;) {
    const u = 2 * nextUniform(bits) - 1
    const v = 2 * nextUniform(bits) - 1
    const s = u * u + v * v
    if (s > 0 && s < 1) return u * Math.sqrt((-2 * log(s)) / s)
  }
}
