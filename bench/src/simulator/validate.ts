// `npm run validate`: holds the simulator against theory and writes docs/simulator-validation.md, the page of what it
// found. Seeds are those named here and in bias.ts, never chosen afterwards. `-- --night` also judges bias, on twenty
// thousand million customers. Exit code 1 when anything fails.
import { readFileSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { type Answer, readDesign, simulate } from "@backfill/simulator"
import { judgeBias, type MeanVerdict } from "../../../simulator/src/theory/bias.ts"
import { CASES, type Figure } from "../../../simulator/src/theory/cases.ts"
import { COVERAGE, holds } from "../../../simulator/src/theory/coverage.ts"
import { joint, judge, type Verdict } from "../../../simulator/src/theory/joint.ts"
import { BIAS, BIAS_RUN } from "./bias.ts"

const REPLICATIONS = 20
const RUN = { customers: 200_000, warmup: 20_000 }
const COVERAGE_SEEDS = 200
const COVERAGE_RUN = { customers: 1_000_000, warmup: 50_000 }
const page = fileURLToPath(new URL("../../../docs/simulator-validation.md", import.meta.url))

const say = (line: string) => process.stderr.write(`${line}\n`)
const percent = (share: number, digits = 2) => `${(100 * share).toFixed(digits)} %`

function run(document: Record<string, unknown>, seed: string, bounds: object): Answer {
  const { design, problems } = readDesign({ ...document, run: bounds })
  if (design === null) throw new Error(JSON.stringify(problems))
  return simulate(design, { seed })
}

function theory(): { lines: string[]; passed: boolean } {
  const rows: { name: string; what: string; expected: number; verdict: Verdict }[] = []
  for (const { name, design, figures } of CASES) {
    say(`  ${name}`)
    const answers = Array.from({ length: REPLICATIONS }, (_, at) =>
      run(design, `validation/${name}/${at + 1}`, RUN),
    )
    for (const { what, expected, read } of figures)
      rows.push({ name, what, expected, verdict: judge(answers.map(read), expected) })
  }
  const verdict = joint(rows.map((row) => row.verdict))
  return {
    passed: verdict.passed,
    lines: [
      `The least likely of the ${rows.length} figures has p = ${verdict.least.toPrecision(2)}; the joint test at 99.9 % allows down to ${verdict.limit.toPrecision(2)}. **${verdict.passed ? "Passed" : "Failed"}.**`,
      "",
      "| case | figure | theory | simulated | off by | 95 % | p |",
      "| --- | --- | --: | --: | --: | --: | --: |",
      ...rows.map(
        ({ name, what, expected, verdict: { mean, bias, margin, p } }) =>
          `| ${name} | ${what} | ${expected.toPrecision(6)} | ${mean.toPrecision(6)} | ${percent(bias)} | ±${percent(margin)} | ${p.toFixed(3)} |`,
      ),
    ],
  }
}

function coverage(): { lines: string[]; passed: boolean } {
  const names = ["mean", "p50", "p90", "p99", "p999"] as const
  const table = COVERAGE.map(({ name, design, summary, truth }) => {
    say(`  ${name}`)
    const held = Object.fromEntries(names.map((figure) => [figure, 0])) as Record<
      (typeof names)[number],
      number
    >
    for (let seed = 1; seed <= COVERAGE_SEEDS; seed += 1) {
      const intervals = summary(run(design, `coverage/${seed}`, COVERAGE_RUN))?.ci95
      for (const figure of names)
        if (holds(intervals?.[figure], truth[figure] ?? Number.NaN)) held[figure] += 1 / COVERAGE_SEEDS
    }
    return { name, held }
  })
  const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length
  const pooled = [
    ...names.map((figure) => mean(table.map(({ held }) => held[figure]))),
    ...table.map(({ held }) => mean(names.map((figure) => held[figure]))),
  ]
  const passed = pooled.every((share) => share >= 0.9 && share <= 0.98)
  const row = (name: string, shares: number[]) =>
    `| ${name} | ${shares.map((share) => percent(share, 1)).join(" | ")} |`
  return {
    passed,
    lines: [
      `Every figure over all designs, and every design over all figures, should lie between 90 and 98 %. **${passed ? "Passed" : "Failed"}.**`,
      "",
      `| design | ${names.join(" | ")} | all |`,
      `| --- | ${names.map(() => "--:").join(" | ")} | --: |`,
      ...table.map(({ name, held }) =>
        row(name, [...names.map((figure) => held[figure]), mean(names.map((figure) => held[figure]))]),
      ),
      row("all", [...pooled.slice(0, names.length), mean(pooled.slice(0, names.length))]),
    ],
  }
}

/** What an earlier night found stays on the page until another night. */
function oldBias(): string[] {
  try {
    const text = readFileSync(page, "utf8")
    return text.slice(text.indexOf("## Bias")).split("\n").slice(2)
  } catch {
    return ["Not judged yet: `npm run validate -- --night` does."]
  }
}

function bias(): { lines: string[]; passed: boolean } {
  const rows = BIAS.flatMap(({ name, design, figure, utilisation, runs }) => {
    say(`  ${name}`)
    const answers = Array.from({ length: runs }, (_, at) => run(design, `bias/${name}/${at + 1}`, BIAS_RUN))
    const customers = runs * BIAS_RUN.customers
    const means = ({ read, expected }: Figure) => ({ values: answers.map(read), expected })
    const control = means(utilisation)
    return [
      { name, what: figure.what, customers, mean: { ...means(figure), control } },
      { name, what: utilisation.what, customers, mean: control },
    ]
  })
  const verdict = judgeBias(rows.map(({ mean }) => mean))
  return {
    passed: verdict.passed,
    lines: [
      `Independent runs of ${BIAS_RUN.customers.toLocaleString("en")} customers each after a warm-up of ${BIAS_RUN.warmup.toLocaleString("en")}. Waits vary from run to run, in good part along with how`,
      "busy the run happened to be, and how busy it should be is known. “Adjusted” takes that part out (control variate: the",
      "regression on utilisation over the runs). So that nothing can hide in it, utilisation is judged too.",
      "",
      "This passes when (1) every mean is within 0.1 % of theory, as simulated and adjusted; (2) every adjusted mean is known to",
      "±0.05 % or better, else nothing could be said; and (3) all together are consistent with no bias at all: one joint test at",
      "99.9 % (Šidák) over the adjusted means. “Seen” is the chance that (3) would fail if this mean alone were off by 0.1 %.",
      "",
      `The least likely of the ${rows.length} means has p = ${verdict.least.toPrecision(2)}; the joint test allows down to ${verdict.limit.toPrecision(2)}. **${verdict.passed ? "Passed" : "Failed"}.**`,
      "",
      "| case | mean | customers | theory | simulated | off by | 95 % | adjusted: off by | 95 % | p | seen |",
      "| --- | --- | --: | --: | --: | --: | --: | --: | --: | --: | --: |",
      ...rows.map(({ name, what, customers, mean: { expected } }, at) => {
        const { plain, adjusted, seen } = verdict.means[at] as MeanVerdict
        return `| ${name} | ${what} | ${customers.toLocaleString("en")} | ${expected.toPrecision(6)} | ${plain.mean.toPrecision(7)} | ${percent(plain.bias, 3)} | ±${percent(plain.margin, 3)} | ${percent(adjusted.bias, 3)} | ±${percent(adjusted.margin, 3)} | ${adjusted.p.toFixed(3)} | ${percent(seen, 1)} |`
      }),
      "",
    ],
  }
}

say("Theory:")
const held = theory()
say("Coverage:")
const covered = coverage()
const night = process.argv.includes("--night")
if (night) say("Bias:")
const judged = night ? bias() : { lines: oldBias(), passed: true }

writeFileSync(
  page,
  `# What the simulator was held against

Written by \`npm run validate\`, which fails when anything here does. Figures come from closed forms and from the
equilibrium of small Markov chains (\`simulator/src/theory/\`), never from the simulator itself. Seeds are fixed in the
command, not chosen by their outcome.

## Theory

${REPLICATIONS} independent runs of each case, ${RUN.customers.toLocaleString("en")} customers each after a warm-up of ${RUN.warmup.toLocaleString("en")}, mean service 1 s unless said
otherwise. "p" is the chance of being off by so much if the simulator is right (Student’s t). Single intervals at 95 % would
fail by chance among so many, so there is one joint test (Šidák). Little’s law and conservation are asserted in every run.

${held.lines.join("\n")}

## Coverage

How many of ${COVERAGE_SEEDS} runs of ${COVERAGE_RUN.customers.toLocaleString("en")} customers report a 95 % interval that holds the truth. Shorter runs at high load cover less at p99.9:
with 100,000 customers at 0.9 about two in three, because the few long queues that make it come close together.

${covered.lines.join("\n")}

## Bias

${judged.lines.join("\n").trimEnd()}
`,
)
say(
  `Theory ${held.passed ? "passed" : "FAILED"}, coverage ${covered.passed ? "passed" : "FAILED"}${night ? `, bias ${judged.passed ? "passed" : "FAILED"}` : ""}.`,
)
process.exit(held.passed && covered.passed && judged.passed ? 0 : 1)
