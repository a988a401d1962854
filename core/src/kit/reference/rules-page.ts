import { CRITERIA, TRAITS } from "../rules/fit.ts"
import { LEADING } from "../rules/leading.ts"
import { READABILITY } from "../rules/readability.ts"
import type { Rule } from "../rules/rule.ts"
import { UNLAWFUL, UNLAWFUL_LABELS } from "../rules/unlawful.ts"

/** `docs/kit-rules.md`: the rules of wording with their dates and reasons, printed from the lists that are applied. */
export function rulesPage(): string {
  const { spoken, written } = READABILITY
  return [
    "# Rules of wording",
    "",
    "`kit check` reads a kit’s questions, probes, briefs, form labels, indicators, anchors and expectations by these rules. They",
    "are patterns, written for English; a kit in another language is passed over. They find the usual ways of asking, not every",
    "one, and are no legal advice: the law of the place where you hire has the last word. A date says since when a rule stands",
    "as it does. A kit that an opening has pinned isn’t held to rules that came later.",
    "",
    ...section(
      "Unlawful questions (`question-unlawful`)",
      "Characteristics that law protects in hiring, in the European Union, the United Kingdom or the United States, and questions that get at them by a detour. Words that also mean something in data work (a family of tables, a race condition, `UNION ALL`) count only where they are asked of the candidate.",
      [...UNLAWFUL, ...UNLAWFUL_LABELS],
    ),
    ...section(
      "Leading questions (`question-leading`)",
      "Questions and probes that suggest their answer. What a question quotes from somebody else isn’t judged.",
      LEADING,
    ),
    "## Double-barrelled questions (`question-double`)",
    "",
    "Since 2026-11-21. A question or a probe asks one thing. Reported are: two question marks; two requests (“Describe …. Explain",
    "…”); a request followed by a question; and a second question joined on (“…, and how did you …?”, “… and why?”). Several",
    "details of one thing (“how do you tell which rows are late and which are lost?”) are one question.",
    "",
    "Why: people answer the half they like, and two raters score different halves.",
    "",
    ...section(
      "What may be judged (`criterion-unfair`, `indicator-vague`)",
      "Indicators, anchors and expectations speak of work.",
      [...CRITERIA, TRAITS],
    ),
    "## Readability (`text-hard-to-read`, `sentence-too-long`)",
    "",
    "Since 2026-11-21. The grade is that of Flesch and Kincaid (1975).",
    "",
    "| Text | Grade at most | From so many words on | Words in a sentence at most |",
    "| --- | --- | --- | --- |",
    `| Questions, probes, briefs | ${spoken.grade} | ${spoken.leastWords} | ${spoken.sentence} |`,
    `| Purpose, expectations, indicators, anchors, levels | ${written.grade} | ${written.leastWords} | ${written.sentence} |`,
    "",
    "## Prose of its own (`sentence-repeated`, `phrase-repeated`)",
    "",
    "Since 2026-11-21. Sentences of different questions are reported when they are the same, from six words on, or nearly the same,",
    "from eight words on: at least eight tenths of their words in the same order. For what is spoken it is eight and ten words,",
    "because short requests are alike by nature. Two indicators, anchors or expectations may share six words in a row, not seven.",
    "",
  ].join("\n")
}

function section(title: string, words: string, rules: readonly Rule[]): string[] {
  return [
    `## ${title}`,
    "",
    words,
    "",
    "| Rule | Since | About | Why |",
    "| --- | --- | --- | --- |",
    ...rules.map(({ id, since, about, why }) => `| \`${id}\` | ${since} | ${about} | ${why} |`),
    "",
  ]
}
