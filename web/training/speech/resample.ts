/** Half the width of the filter, in zero crossings. */
const REACH = 16

/** Another sampling rate by a windowed sinc, which keeps out what the lower rate can’t hold. */
export function resample(samples: Float32Array, from: number, to: number): Float32Array {
  const cut = Math.min(1, to / from) * 0.95
  const half = REACH / cut
  return Float32Array.from({ length: Math.floor((samples.length * to) / from) }, (_, nth) => {
    const at = (nth * from) / to
    let sum = 0
    for (let i = Math.ceil(at - half); i <= at + half; i += 1) {
      const x = (i - at) * cut
      const sinc = x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x)
      sum += (samples[i] ?? 0) * sinc * cut * Math.cos((Math.PI * (i - at)) / (2 * half)) ** 2
    }
    return sum
  })
}
