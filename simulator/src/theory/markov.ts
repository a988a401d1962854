/**
 * Equilibrium of a finite Markov chain in continuous time by the method of Grassmann, Taksar and Heyman (1985), which
 * subtracts nothing and so loses no digits. `rates[i][j]` is the rate from state i to state j.
 */
export function equilibrium(rates: number[][]): number[] {
  const q = rates.map((row) => Float64Array.from(row))
  const n = q.length
  for (let k = n - 1; k > 0; k -= 1) {
    const out = q[k] as Float64Array
    let sum = 0
    for (let j = 0; j < k; j += 1) sum += out[j] as number
    for (let i = 0; i < k; i += 1) {
      const row = q[i] as Float64Array
      const into = (row[k] as number) / sum
      row[k] = into
      if (into > 0) for (let j = 0; j < k; j += 1) row[j] = (row[j] as number) + into * (out[j] as number)
    }
  }
  const shares = [1]
  for (let k = 1; k < n; k += 1) {
    let share = 0
    for (let i = 0; i < k; i += 1) share += (shares[i] as number) * (q[i]?.[k] as number)
    shares.push(share)
  }
  const total = shares.reduce((sum, one) => sum + one, 0)
  return shares.map((one) => one / total)
}

const square = (size: number): number[][] =>
  Array.from({ length: size }, () => Array.from({ length: size }, () => 0))

function add(rates: number[][], from: number, to: number, rate: number): void {
  const row = rates[from]
  if (row !== undefined && to < row.length) row[to] = (row[to] ?? 0) + rate
}

/** M/M/1 that breaks down at work or idle and resumes after an exponential repair: the mean number there. */
export function withBreakdowns(rate: number, mean: number, up: number, repair: number, levels = 400): number {
  const rates = square(2 * levels)
  for (let n = 0; n < levels; n += 1)
    for (const down of [0, 1]) {
      const here = 2 * n + down
      add(rates, here, here + 2, rate)
      add(rates, here, down === 1 ? here - 1 : here + 1, 1 / (down === 1 ? repair : up))
      if (down === 0 && n > 0) add(rates, here, here - 2, 1 / mean)
    }
  return equilibrium(rates).reduce((sum, share, state) => sum + share * Math.floor(state / 2), 0)
}

/** Poisson arrivals, one server that takes exactly `size` at a time for an exponential service: the mean number waiting. */
export function bulkService(rate: number, mean: number, size: number, levels = 600): number {
  const rates = square(2 * levels)
  for (let waiting = 0; waiting < levels; waiting += 1) {
    const [idle, busy] = [2 * waiting, 2 * waiting + 1]
    // The server is only idle while fewer than a batch wait; the batch that completes begins at once.
    if (waiting < size) add(rates, idle, waiting + 1 === size ? 1 : idle + 2, rate)
    else add(rates, idle, busy, 1e6)
    add(rates, busy, busy + 2, rate)
    add(rates, busy, waiting >= size ? 2 * (waiting - size) + 1 : idle, 1 / mean)
  }
  return equilibrium(rates).reduce((sum, share, state) => sum + share * Math.floor(state / 2), 0)
}

/** M/M/c with `places` waiting places: the share that is turned away. */
export function mmck(rate: number, mean: number, servers: number, places: number): number {
  const most = servers + places
  const rates = square(most + 1)
  for (let n = 0; n <= most; n += 1) {
    add(rates, n, n + 1, rate)
    if (n > 0) add(rates, n, n - 1, Math.min(n, servers) / mean)
  }
  return equilibrium(rates)[most] ?? 0
}
