import { SILENT_BELOW } from "../src/findings/findings.ts"
import { FINDINGS } from "../src/findings/ids.ts"
import { PARTS } from "../src/parts/part.ts"
import { type Interval, overVoices } from "./bootstrap.ts"
import {
  accuracy,
  cleanButScolded,
  countFindings,
  f1,
  precision,
  recall,
  storyAccuracy,
  type Tried,
} from "./cross-validate.ts"

const two = (value: number) => (Number.isNaN(value) ? "–" : value.toFixed(2))
const interval = ({ value, low, high }: Interval) =>
  `${value.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`
const table = (rows: readonly (readonly string[])[]) => rows.map((row) => `| ${row.join(" | ")} |`).join("\n")

/** Precision and recall of the parts, and what each was taken for. */
function partsTable(tried: readonly Tried[]): string {
  const all = tried.flatMap((t) => t.sentences)
  const rows = PARTS.map((part, k) => {
    const wanted = all.filter((s) => s.wanted === k)
    const right = wanted.filter((s) => s.read === k).length
    const read = all.filter((s) => s.read === k).length
    return [
      part,
      String(wanted.length),
      two(right / read),
      two(right / wanted.length),
      ...PARTS.map((_, j) => String(wanted.filter((s) => s.read === j).length)),
    ]
  })
  return table([
    ["part", "sentences", "precision", "recall", ...PARTS.map((p) => `read as ${p}`)],
    ["---", ...Array.from({ length: 9 }, () => "--:")],
    ...rows,
  ])
}

function findingsTable(tried: readonly Tried[]): string {
  const rows = FINDINGS.map((id) => {
    const counts = countFindings(tried, [id])
    return [
      `\`${id}\``,
      String(counts.right + counts.missed),
      two(precision(counts)),
      two(recall(counts)),
      two(f1(counts)),
    ]
  })
  return table([
    ["finding", "written down", "precision", "recall", "F1"],
    ["---", "--:", "--:", "--:", "--:"],
    ...rows,
  ])
}

/** How right the parts are among those at least so sure. */
function sureTable(tried: readonly Tried[]): string {
  const all = tried.flatMap((t) => t.sentences)
  const rows = [0, 0.5, 0.7, 0.9].map((least) => {
    const sure = all.filter((s) => s.sure >= least)
    return [
      String(least),
      two(sure.length / all.length),
      two(sure.filter((s) => s.wanted === s.read).length / sure.length),
    ]
  })
  return table([["at least so sure", "share of sentences", "right"], ["--:", "--:", "--:"], ...rows])
}

/** Among the weighed findings that were said, how often those of about the same confidence are right. */
function confidenceTable(tried: readonly Tried[]): string {
  const said = tried.flatMap((t) =>
    t.said.flatMap((id) => {
      const sure = t.weighed.get(id)
      return sure === undefined ? [] : [{ sure, isRight: t.answer.findings.includes(id) }]
    }),
  )
  const edges = [SILENT_BELOW, 0.6, 0.7, 0.8, 0.9, 0.95, 1]
  const rows = edges.slice(0, -1).map((from, i) => {
    const to = edges[i + 1] as number
    const own = said.filter(({ sure }) => sure >= from && (sure < to || to === 1))
    return [
      `${from} to ${to}`,
      String(own.length),
      two(own.reduce((sum, { sure }) => sum + sure, 0) / own.length),
      two(own.filter(({ isRight }) => isRight).length / own.length),
    ]
  })
  return table([["confidence", "said", "on average", "right"], ["--:", "--:", "--:", "--:"], ...rows])
}

const perWriter = (tried: readonly Tried[]): string =>
  table([
    ["writer left out", "voices", "stories", "parts", "findings, micro-F1", "clean but told something"],
    ["---", "--:", "--:", "--:", "--:", "--:"],
    ...[...Map.groupBy(tried, (t) => t.answer.writer)]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([writer, own]) => {
        const stories = own.filter((t) => t.answer.isStory)
        return [
          writer,
          String(new Set(stories.map((t) => t.answer.voice)).size),
          String(stories.length),
          two(accuracy(stories)),
          two(f1(countFindings(stories))),
          two(cleanButScolded(stories)),
        ]
      }),
  ])

/** The page docs/coach.md. */
export function reportOf(tried: readonly Tried[], folds: number, byWriter: readonly Tried[]): string {
  const voices = [...Map.groupBy(tried, (t) => t.answer.voice).values()]
  const stories = tried.filter((t) => t.answer.isStory)
  const told = voices.map((v) => v.filter((t) => t.answer.isStory)).filter((v) => v.length > 0)
  const others = [...Map.groupBy(byWriter, (t) => t.answer.voice).values()]
  const othersTold = others.map((v) => v.filter((t) => t.answer.isStory)).filter((v) => v.length > 0)
  const both = (name: string, figure: (t: readonly Tried[]) => number, all = false) =>
    `| ${name} | ${interval(overVoices(all ? voices : told, figure))} | ${interval(overVoices(all ? others : othersTold, figure))} |`
  const words = tried.reduce((sum, t) => sum + t.answer.text.split(/\s+/).length, 0)
  return `# How well the coach reads

Written by \`npm run evaluate\`; don't edit it by hand. \`npm test\` holds a floor under these figures.

## What it was tried on

${tried.length} answers in ${voices.length} voices, ${stories.length} of them stories (${stories.filter((t) => t.answer.findings.length === 0).length} without any finding), ${words.toLocaleString("en")} words,
${tried.flatMap((t) => t.sentences).length.toLocaleString("en")} labelled sentences. They stand in \`coach/material\`, one file for each voice.

**They are invented.** Several writers made up people with ways of speaking of their own (juniors, people whose first language
isn't English, managers, career changers, chatty and terse ones), told events as those people would, and labelled each
sentence and finding by the definitions below. Labels were then checked by counting where counting is possible. Nobody's real
answer is in here, no second person labelled the same answers independently, and the writers knew the definitions. So this is
a regression set. It shows whether a change makes the coach worse; it proves nothing about real people, whose answers may well
be harder to read.

## How

Two ways, both with weights that have never met what they read, the weights of the findings included (they learn from parts
that were read by weights which didn't know those answers either):

- **by voice**: cross-validation in ${folds} folds; whoever is read, the coach has learned from other voices only, though some of them
  by the same writer.
- **by writer**: everything that one writer wrote is left out at once. This is the figure to expect of people it has never
  heard, and the one that \`npm test\` holds a floor under.

Intervals are 95 %, by drawing whole voices a thousand times. Both flatter the coach a little: its word lists, signals and the
confidence from which it speaks were chosen while looking at errors on these same answers.

| | by voice | by writer |
| --- | --- | --- |
${both("sentences whose part is right", accuracy)}
${both("findings, micro-F1", (t) => f1(countFindings(t)))}
${both("findings, precision", (t) => precision(countFindings(t)))}
${both("findings, recall", (t) => recall(countFindings(t)))}
${both("stories without a finding that get one all the same", cleanButScolded)}
${both("told apart: story or not", storyAccuracy, true)}

${perWriter(byWriter)}

## On answers written only to be measured

Writer e wrote two sets in voices and trades that weren't in the material: 80 answers in ten voices, labelled before looking
at the coach's word lists or errors; then, after its errors on those had been looked at and the coach changed, 42 in six. The
first figure of each set was taken before the coach had seen anything of it.

| set | coach | parts | findings, micro-F1 | clean but told something |
| --- | --- | --: | --: | --: |
| first, 80 answers | as it was, knowing nothing by this writer | 0.87 | 0.80 | 4 of 28 |
| first, 80 answers | changed after looking at this set's errors | 0.88 | 0.79 | 3 of 28 |
| second, 42 answers | as it was | 0.87 | 0.76 | 2 of 13 |
| second, 42 answers | changed, still knowing nothing by this writer | 0.87 | 0.78 | 0 of 13 |
| second, 42 answers | changed, and having learned from the first set | 0.90 | 0.88 | 1 of 13 |

How these figures came about, so that nobody takes them for more than they are:

- Rows but the last say a finding from 0.55, the last one from 0.5, a line chosen by writer on the rest. So the step to the last row
  is two changes at once, and the second set is then by a writer whom the coach knows. Row e of the table above is both sets,
  said from 0.5, without anything by that writer.
- Two ways of training the last row were tried on the second set (0.88 and 0.86); the better is shown and shipped. On sets this
  small the two are the same.
- Counting showed two labels of the second set to be wrong (\`too-short\`). The last row has them mended; mended, the two rows
  before it are 0.79 and 0.80. In the first set, \`unquantified\` was added to two answers and a list got its line breaks back after its
  figures were taken.
- One writer wrote and labelled both sets, and knew the definitions.

Later writer f wrote 51 answers in seventeen voices (48 stories, 16 of them clean) before reading how the coach reads, then 60 in ten
voices to learn from, a good part of them about the findings it missed most, and at last 23 in six voices to confirm. Nobody looked at
single errors on the first and the last set before these figures were taken; all three are learned from now.

| set | coach | parts | findings, micro-F1 | clean but told something |
| --- | --- | --: | --: | --: |
| first, 51 answers | as it was | 0.89 | 0.88 | 1 of 16 |
| first, 51 answers | changed, knowing nothing by this writer | 0.90 | 0.88 | 1 of 16 |
| first, 51 answers | changed, and having learned from the sixty | 0.90 | 0.90 | 2 of 16 |
| second, 23 answers | as it was | 0.92 | 0.87 | 1 of 7 |
| second, 23 answers | changed, knowing nothing by this writer | 0.92 | 0.86 | 2 of 7 |
| second, 23 answers | changed, and having learned from the sixty | 0.93 | 0.89 | 2 of 7 |

On sets this small, by a writer whom the coach read well before, the change can't be seen; it shows in the table by writer above (0.83
before). Word lists were widened while looking at errors on everything but these two sets. The first set was written without knowing the
coach, the second by somebody who knew its word lists by then; one person wrote and labelled both.

Writer g wrote 24 answers in six voices, most of them about what the coach then did worst: stories whose results share sentences with steps
("I moved the joins, and the next peak went by with one page"). They stand in \`coach/held-out\`, and nothing learns from them. Their writer
had read the coach's code before; labels of two answers (\`unquantified\` beside \`no-result\`) were made to follow the rest of the material
after the first figure and before any error was looked at, and the first row has them mended. No single error on this set had been looked at when these figures were taken.

| set | coach | parts | findings, micro-F1 | clean but told something |
| --- | --- | --: | --: | --: |
| 24 answers | as it was | 0.90 | 0.59 | 7 of 16 |
| 24 answers | hears clauses; first try, learned from joined sentences as wholes and 45 other answers by this writer | 0.88 | 0.67 | 3 of 16 |
| 24 answers | hears clauses; learned from their halves, knowing nothing by this writer | 0.90 | 0.62 | 6 of 16 |
| 24 answers | the same, and having learned from 45 other answers by this writer, so far | 0.90 | 0.69 | 4 of 16 |
| 24 answers | and no surer of a missing result than a single clause lets it | 0.90 | 0.75 | 1 of 16 |
| 24 answers | and, as shipped, hears a time that was given ("gave us fifteen days") and "an hour earlier", both from other answers' hints | 0.89 | 0.75 | 1 of 16 |

Halves were chosen over wholes, and the bound by clauses over none, by writers left out and by five sentences made up on the spot, not by
this set, though its sums were known by then. On 24 answers all of these are rough, and the set remains harder than the tables above.

At last writers h and i wrote 24 answers each, in six voices each, from the definitions alone: neither had seen the coach, its material nor what the
other wrote. The figures below are the first taken, with the coach as shipped; nothing learns from these answers, and nothing was changed after them.

| set | parts | findings, micro-F1 | precision | recall | clean but told something | told apart: story or not |
| --- | --: | --: | --: | --: | --: | --: |
| h, 24 answers | 0.87 | 0.85 | 0.88 | 0.82 | 0 of 8 | 24 of 24 |
| i, 24 answers | 0.86 | 0.85 | 0.92 | 0.79 | 0 of 8 | 24 of 24 |
| both | 0.86 | 0.85 | 0.90 | 0.80 | 0 of 16 | 48 of 48 |

They stand beside the others in \`coach/held-out\`, and \`npm test\` holds a floor under each writer's.

A finding is said from a confidence of ${SILENT_BELOW}; below it the coach is silent.

## What a confidence is worth, by writer

Confidence is put on the scale that held for writers left out (two numbers, the same for all findings), so that of those said at 0.9 about nine
in ten are right. The scale used for a writer here was made without that writer's answers.

${confidenceTable(byWriter)}

## Findings, by voice

${findingsTable(tried)}

\`too-long\` and \`too-short\` are counted, so they are right by definition. The others are weighed.

## Parts, by voice

${partsTable(tried)}

${sureTable(tried)}

## What it can't do

- It reads words, not facts. A true story told badly and a false one told well look to it as they sound.
- What was asked, and what turned out to be the real problem, is often told as one more thing that happened: task sentences are
  the ones it takes for something else most.
- Irony and blame between the lines escape it. A missing \`blames-others\` means nothing.
- Numbers are read where they stand in one sentence; a saving whose two ends are told three sentences apart isn't checked.
- English only. Other languages, code, lists and plans are called no story, and nothing is found in them.
- There is no score, and nothing here may be used to judge a candidate: it is for one's own practice.

## Definitions

- **Parts**: *situation* is context before one's own part; *task* what was asked, the constraint, the real problem; *action* what was done,
  decided or said; *result* what it meant; *hardening* the durable change afterwards; *other* everything else.
- \`long-situation\`: more than 30 % of the words before one's own task or action. \`no-constraint\`: nowhere what was asked or what the real
  problem was. \`technical-result-only\`: a result without business, reliability, cost, time, trust or team. \`no-result\`: none.
  \`unquantified\`: no quantity in the outcome and no concrete change in how the team works. \`vague-we\`: actions as "we" so that one's own
  part can't be told. \`tool-heavy\`: a large share explains or lists tools. \`blames-others\`: put on others without what was then done.
- Themes about failures only: \`no-hardening\`, no durable change; \`no-stakeholders\`, nobody affected is told or considered.
- Themes about trade-offs only: \`one-sided-tradeoff\`, no explicit numbers for the options.
- \`too-long\` is over 320 words, \`too-short\` under 120.

## Training

\`npm run train -w coach\` learns the weights anew from the material: a linear-chain conditional random field over lexicons by meaning,
person and tense, quantities, place and neighbours for the parts; a logistic regression over those parts for each finding, the parts of
clauses among them, since half a sentence may hold what the sentence as a whole is not. Confidence is then scaled as above. Some
stories are learned from a second time with all sentences of one part left out, since people leave parts out more often than writers of
material do, and some with steps and results as halves of the same sentences. Same material, same bytes. No package, no network and no language model is in it.
`
}
