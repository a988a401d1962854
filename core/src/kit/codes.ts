/** Whether a kit may be used in spite of a problem: an error stops it, a warning doesn't. */
export type Severity = "error" | "warning"

interface CodeInfo {
  severity: Severity
  /** What the code stands for, in one sentence; docs/kits.md prints it. */
  meaning: string
}

/** Every problem code with its severity and meaning. A code is stable: it is never renamed or given another meaning. */
export const CODES = {
  "file-missing": { severity: "error", meaning: "A file every kit needs isn’t there." },
  "file-unknown": {
    severity: "warning",
    meaning: "A file that isn’t part of a kit; it is left out of the digest.",
  },
  "file-misplaced": { severity: "error", meaning: "A YAML or Markdown file in a place no kit reads." },
  "file-link": { severity: "error", meaning: "A symbolic link; a kit holds plain files only." },
  "file-special": { severity: "error", meaning: "A socket, pipe or device in the folder." },
  "file-too-big": { severity: "error", meaning: "A file of more than 1 MiB." },
  "file-encoding": { severity: "error", meaning: "A file that isn’t UTF-8." },
  "path-outside": {
    severity: "error",
    meaning: "A path that is absolute, leaves the folder or holds odd characters.",
  },
  "path-duplicate": { severity: "error", meaning: "The same path given twice." },
  "kit-too-big": { severity: "error", meaning: "More than 10 MiB altogether; nothing was read." },
  "kit-too-many-files": { severity: "error", meaning: "More than 2,000 files; nothing was read." },
  "text-control": { severity: "error", meaning: "A NUL or another control character in a text." },
  "text-surrogate": { severity: "error", meaning: "Half a character: a surrogate without its partner." },
  "yaml-syntax": { severity: "error", meaning: "The file isn’t valid YAML at this place." },
  "yaml-alias": { severity: "error", meaning: "An anchor (&) or alias (*)." },
  "yaml-tag": { severity: "error", meaning: "A tag (!)." },
  "yaml-directive": { severity: "error", meaning: "A directive line (%)." },
  "yaml-documents": { severity: "error", meaning: "More than one document in a file." },
  "yaml-tab": { severity: "error", meaning: "A tab outside of a text." },
  "yaml-depth": { severity: "error", meaning: "Nesting deeper than 20 levels." },
  "yaml-too-many-parts": {
    severity: "error",
    meaning: "More than 200,000 YAML tokens in a file, or a million in the kit.",
  },
  "yaml-key": { severity: "error", meaning: "A key that is neither a word nor a number." },
  "yaml-duplicate-key": { severity: "error", meaning: "The same key twice in one mapping." },
  "key-forbidden": { severity: "error", meaning: "The key __proto__." },
  "key-unknown": { severity: "error", meaning: "A key the format doesn’t have." },
  "number-not-finite": {
    severity: "error",
    meaning: "Not a number, or too large to be one (.nan, .inf, 1e400).",
  },
  "value-missing": { severity: "error", meaning: "A required key isn’t there, or has no value." },
  "value-type": {
    severity: "error",
    meaning: "A value of the wrong type, e.g. a number where text belongs.",
  },
  "value-choice": { severity: "error", meaning: "A value that isn’t one of those allowed." },
  "value-format": { severity: "error", meaning: "A text of the wrong form, e.g. an id in capitals." },
  "value-length": { severity: "error", meaning: "A text or list that is too short or too long." },
  "value-range": { severity: "error", meaning: "A number that is too small or too large." },
  "id-file-name": { severity: "error", meaning: "The id and the name of its file differ." },
  "id-duplicate": { severity: "error", meaning: "An id used twice for things of one kind." },
  "reference-missing": { severity: "error", meaning: "An id that points at nothing in the kit." },
  "competency-unused": {
    severity: "error",
    meaning: "A competency no question or exercise gives evidence for.",
  },
  "levels-missing": { severity: "error", meaning: "A competency of kind competency without its levels." },
  "weights-sum": { severity: "error", meaning: "Weights that don’t add up to 100." },
  "indicator-both": { severity: "error", meaning: "The same indicator as positive and as negative." },
  "indicator-duplicate": { severity: "error", meaning: "The same indicator twice in one list." },
  "anchors-same": { severity: "error", meaning: "Two scores with the same anchor." },
  "options-missing": { severity: "error", meaning: "A choice field without options." },
  "options-unexpected": { severity: "error", meaning: "Options on a field that isn’t a choice." },
  "knockout-type": { severity: "error", meaning: "A knock-out on a field whose answers can’t be listed." },
  "knockout-option": { severity: "error", meaning: "A knock-out answer the field doesn’t offer." },
  "knockout-everybody": { severity: "error", meaning: "A knock-out that leaves no answer to pass with." },
  "round-too-long": { severity: "error", meaning: "Items, opening and closing take longer than the slot." },
  "round-practice-item": { severity: "error", meaning: "A round asks a practice-only item." },
  "round-unused": { severity: "warning", meaning: "A round no stage holds." },
  "item-repeated": { severity: "warning", meaning: "A question or exercise asked twice." },
  "coverage-thin": { severity: "warning", meaning: "A competency with fewer than two items in the rounds." },
  "stage-application": {
    severity: "error",
    meaning: "The first stage, and only the first, is the application.",
  },
  "part-other-type": { severity: "error", meaning: "A part only another type of exercise has." },
  "pair-mismatch": {
    severity: "error",
    meaning: "A coding test paired with something that isn’t its other form.",
  },
  "competency-without-question": {
    severity: "error",
    meaning: "A competency that exercises look at, but no question.",
  },
  "question-without-round": { severity: "error", meaning: "A question that doesn’t name its round." },
  "anchors-not-growing": {
    severity: "error",
    meaning: "Anchors that differ only in degree, or that run backwards.",
  },
  "anchors-doubtful": {
    severity: "warning",
    meaning: "Anchors that probably don’t grow: two much alike, a weak 5, or an order turned round.",
  },
  "levels-not-growing": { severity: "error", meaning: "Two levels that expect the same but for degree." },
  "question-unlawful": {
    severity: "error",
    meaning: "A question, probe, brief or form field about a protected characteristic.",
  },
  "question-leading": { severity: "error", meaning: "A question or probe that suggests its answer." },
  "question-double": { severity: "error", meaning: "A question or probe that asks more than one thing." },
  "criterion-unfair": {
    severity: "error",
    meaning: "An indicator, anchor or expectation that judges by a protected characteristic or by likeness.",
  },
  "indicator-vague": {
    severity: "error",
    meaning: "An indicator that names a quality instead of something observable.",
  },
  "sentence-too-long": { severity: "error", meaning: "A sentence of too many words." },
  "text-hard-to-read": { severity: "error", meaning: "A text that reads at too high a school grade." },
  "sentence-repeated": {
    severity: "error",
    meaning: "A sentence that is nearly one of another question (templated prose).",
  },
  "phrase-repeated": {
    severity: "error",
    meaning: "Seven words in a row that another indicator, anchor or expectation has too.",
  },
  "kit-too-wordy": {
    severity: "error",
    meaning: "So many texts that resemble one another that they can’t all be compared.",
  },
  "extends-missing": {
    severity: "error",
    meaning: "A kit to extend that isn’t there, or not in that version.",
  },
  "extends-cycle": {
    severity: "error",
    meaning: "Kits that extend one another in a circle, or more than five.",
  },
  "extends-broken": { severity: "error", meaning: "A kit to extend that has errors of its own." },
  "removes-missing": { severity: "error", meaning: "An id to remove that the extended kit doesn’t have." },
  "removes-alone": { severity: "error", meaning: "Something to remove in a kit that extends none." },
  "bundle-invalid": {
    severity: "error",
    meaning: "A stored bundle that can’t be read or doesn’t match its digest.",
  },
  "problems-left-out": { severity: "error", meaning: "There are more problems than the report shows." },
} as const satisfies Record<string, CodeInfo>

export type ProblemCode = keyof typeof CODES
