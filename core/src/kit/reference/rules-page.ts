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
    ...anchorsSection(),
  ].join("\n")
}

function anchorsSection(): string[] {
  return [
    "## Anchors that grow (`anchors-not-growing`, `anchors-doubtful`)",
    "",
    "Since 2026-11-21. Five anchors are read for what they say is absent (“no”, “never”, “without”), holds only in part (“but”,",
    "“only when asked”, “by hand”), comes on top (“also”, “unprompted”, “besides”) or reaches further (others, later times, figures,",
    "costs), and compared with one another. An error is what can hardly be meant: two that differ in a word or in degree, a 1",
    "that adds to something, a 3 that builds on 4, and anchors that plainly run from good to bad. A warning is what is only likely:",
    "",
    "- anchors that seem to run from good to bad;",
    "- two that seem to say the same in other words, or five that do;",
    "- a 5 that builds on nothing and asks for less than 3 and 4;",
    "- neighbours that seem to be exchanged.",
    "",
    "What that finds was tried on anchors written beforehand and left alone while the rules were made. Of eight sets in order none is",
    "doubted. Reversed, seven of the eight are found. Of 32 that don’t grow (an anchor said again in other words, a copy with a word",
    "changed, a weak 5, five at one height) thirty are found. Two neighbours exchanged are the hardest to tell: they are found in",
    "two sets of eight. So read the five in a row, as a rater will.",
    "",
  ]
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
