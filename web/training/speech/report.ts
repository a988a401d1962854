import type { Condition, Result } from "./trial.ts"
import { withinShare } from "./score.ts"
import { CHOSEN_ON, TRIED_ON } from "./voices.ts"

const percent = (share: number) => `${(share * 100).toFixed(1)} %`
const named = ({ noise, snrDb }: Condition) => (noise ? `${noise}, ${snrDb} dB` : "none")

/** The value in the middle, in whole ms, its sign before it. */
function middle(values: readonly number[]): string {
  const value = Math.round(values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0)
  return value > 0 ? `+${value}` : String(value).replace("-", "−")
}

/** The edge that nineteen of twenty found edges are no further off than, ms. */
function nearlyAll({ score: { begins, ends } }: Result): number {
  const off = [...begins, ...ends].map(Math.abs).toSorted((one, other) => one - other)
  return Math.round(off[Math.ceil(off.length * 0.95) - 1] ?? 0)
}

function pausesTable(results: readonly Result[]): string {
  const rows = results.map((result) => {
    const { pauses, missed, invented, begins, ends } = result.score
    return `| ${named(result.condition)} | ${percent(withinShare(result.score))} | ${missed} of ${pauses} | ${invented} | ${middle(begins)} / ${middle(ends)} | ${nearlyAll(result)} | ${result.noisy} of ${result.scenes} |`
  })
  return [
    "| noise | edges within .15 s | missed | invented | begin / end, median ms | 95 % of found edges within, ms | says noisy |",
    "|---|---|---|---|---|---|---|",
    ...rows,
  ].join("\n")
}

function syllablesTable(results: readonly Result[]): string {
  const rows = results.map(({ condition, syllables }) => {
    const mean = syllables.reduce((sum, one) => sum + one, 0) / syllables.length
    return `| ${named(condition)} | ${percent(mean)} | ${percent(Math.min(...syllables))} to ${percent(Math.max(...syllables))} |`
  })
  return ["| noise | counted, of those spoken | by voice |", "|---|---|---|", ...rows].join("\n")
}

/** The page of figures, out of results on voices that nothing was chosen on. */
export function reportOf(results: readonly Result[]): string {
  const of = (by: Result["by"]) => results.filter((one) => one.by === by)
  const [first] = results
  return `# How well a rehearsal is heard

Written by \`node web/training/speech/evaluate.ts\`; don’t edit it by hand. \`npm test\` holds a floor under these figures.

## What it was tried on

${first?.scenes ?? 0} scenes by ${TRIED_ON.length} voices of espeak-ng, each ten sentences with nine pauses: .3, .6, 1.2 and 2.5 s, and five drawn from .3 to 3 s. A pause
is digital silence between sentences whose own silence was cut off (45 dB below their largest sample), so that where it begins
and ends is known to the sample. Then noise was added over everything: white, pink, and the babble of eight other voices, 20 and 10 dB
below the mean power of the speech, pauses not counted into it.

Every threshold was chosen on ${CHOSEN_ON.length} other voices, at other rates and with other seeds.

**It doesn’t prove** that real people in real rooms are heard as well. The voices are synthetic and speak clearly and evenly; nobody breathes, laughs,
says “um”, moves away from the microphone or lets a sentence trail off; no room echoes, no telephone or codec cuts
anything off, and the noise is there from beginning to end. What is certain of a pause inside real speech is less than of one made here.

## Pauses of a quarter of a second or more

The edges of a missed pause count as not found. An invented pause is one that was heard inside a sentence, or a true one’s second half.

### With the voice model (Silero)

${pausesTable(of("silero"))}

### By loudness alone, where the model can’t run

${pausesTable(of("energy"))}

“Says noisy” is what a rehearsal’s page tells beside its picture: that pauses may be missed or invented. It has to be said where the edges fall
under 95 %. Eight people who speak at 10 dB are speech to the model, and it is right; it can’t know whose. At 20 dB of babble a single
scene can be a good deal worse than the mean without it being said.

## Syllables

Loud, voiced moments parted by a dip, against the nuclei among the phonemes that espeak-ng says it speaks. Unstressed syllables
run together, and more do the faster somebody speaks; so a pace is fit to be compared with the same person’s, and is no exact count.

${syllablesTable(of("silero"))}
`
}
