/**
 * Closed forms of queues in equilibrium, to hold simulations against. Rates are per second, times in seconds; all need a
 * load below 1. They share nothing with the engine, and use `Math` freely: no simulation depends on them.
 */

/** Erlang B: the share that M/M/c/c turns away, with `offered` = λ/μ. By recursion over servers. */
export function erlangB(servers: number, offered: number): number {
  let blocked = 1
  for (let c = 1; c <= servers; c += 1) blocked = (offered * blocked) / (c + offered * blocked)
  return blocked
}

/** Erlang C: the chance to wait in M/M/c. */
export function erlangC(servers: number, offered: number): number {
  const blocked = erlangB(servers, offered)
  const load = offered / servers
  return blocked / (1 - load * (1 - blocked))
}

/** M/M/c, first come first served: the mean wait, and its quantile `p`. */
export function mmc(
  rate: number,
  mean: number,
  servers: number,
): { wait: number; quantile(p: number): number } {
  const offered = rate * mean
  const waits = erlangC(servers, offered)
  const drain = (servers - offered) / mean
  return { wait: waits / drain, quantile: (p) => (waits <= 1 - p ? 0 : Math.log(waits / (1 - p)) / drain) }
}

/** M/G/1, Pollaczek and Khinchine: the mean wait; `scv` is the service's variance over its squared mean. */
export function mg1(rate: number, mean: number, scv: number): number {
  const load = rate * mean
  return ((load / (1 - load)) * mean * (1 + scv)) / 2
}

/** D/M/1: the mean wait σ·mean/(1−σ), where σ = exp(−(1−σ)·gap/mean) below 1. */
export function dm1(rate: number, mean: number): number {
  let sigma = 0.5
  for (let i = 0; i < 10_000; i += 1) sigma = Math.exp(-(1 - sigma) / (rate * mean))
  return (sigma * mean) / (1 - sigma)
}

/** Records in Poisson batches of `size`, one server with exponential service: the mean wait. `rate` counts records. */
export function batchArrivals(rate: number, mean: number, size: number): number {
  return ((size + 1) / 2 / (1 - rate * mean)) * mean - mean
}

/** M/G/1 with classes that don't interrupt each other (Cobham 1954): the mean wait of each, class 0 first. */
export function priorities(classes: readonly { rate: number; mean: number; scv: number }[]): number[] {
  const residual = classes.reduce((sum, { rate, mean, scv }) => sum + (rate * mean * mean * (1 + scv)) / 2, 0)
  let before = 0
  return classes.map(({ rate, mean }) => {
    const after = before + rate * mean
    const wait = residual / ((1 - before) * (1 - after))
    before = after
    return wait
  })
}

/** M/M/1 with `places` waiting places: the share that is turned away, and the mean wait of those admitted. */
export function mm1k(rate: number, mean: number, places: number): { loss: number; wait: number } {
  const load = rate * mean
  const weights = Array.from({ length: places + 2 }, (_, n) => load ** n)
  const total = weights.reduce((sum, one) => sum + one, 0)
  const loss = (weights[places + 1] ?? 0) / total
  const waiting = weights.reduce((sum, weight, n) => sum + Math.max(n - 1, 0) * weight, 0) / total
  return { loss, wait: waiting / (rate * (1 - loss)) }
}

/** M/G/1 whose server goes on vacation whenever it is idle, again and again: the mean wait. */
export function vacations(rate: number, mean: number, scv: number, away: number, awayScv: number): number {
  return mg1(rate, mean, scv) + (away * (1 + awayScv)) / 2
}

/** Two M/M/1 in parallel that every record visits both: the mean until both are done (Flatto and Hahn 1984). */
export function forkJoinOfTwo(rate: number, mean: number): number {
  const load = rate * mean
  return ((12 - load) / 8) * (mean / (1 - load))
}

/**
 * Records that leave together once `size` have come or the first has waited `timeout`: the mean wait. While a batch is
 * open for t, it holds 1 + Poisson(λt) records, fewer than `size`; the waits are the area under that. Simpson's rule.
 */
export function sizeOrTimeout(rate: number, size: number, timeout: number): number {
  const steps = 20_000
  const h = timeout / steps
  let area = 0
  for (let i = 0; i <= steps; i += 1) {
    const weight = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2
    let term = Math.exp(-rate * i * h)
    let open = 0
    for (let k = 0; k <= size - 2; k += 1) {
      open += (k + 1) * term
      term *= (rate * i * h) / (k + 1)
    }
    area += (weight * open * h) / 3
  }
  let records = 0
  for (let before = 0; before < size; before += 1) records += atLeast(before, rate * timeout)
  return area / records
}

/** Chance that a Poisson variable is at least `least`. */
function atLeast(least: number, mean: number): number {
  let term = Math.exp(-mean)
  let below = 0
  for (let k = 0; k < least; k += 1) {
    below += term
    term *= mean / (k + 1)
  }
  return 1 - below
}

/** Time through a row of M/M/1: the mean, and with `stages` alike its quantile (Erlang with `stages` phases). */
export function tandem(
  rate: number,
  mean: number,
  stages: number,
): { latency: number; quantile(p: number): number } {
  const drain = 1 / mean - rate
  return {
    latency: stages / drain,
    quantile(p) {
      let [low, high] = [0, (100 * stages) / drain]
      for (let i = 0; i < 200; i += 1) {
        const middle = (low + high) / 2
        if (atLeast(stages, drain * middle) < p) low = middle
        else high = middle
      }
      return low
    },
  }
}
