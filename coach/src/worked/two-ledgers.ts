import { worked } from "./worked.ts"

export const twoLedgers = worked(
  {
    id: "two-ledgers",
    title: "Two ledgers for six weeks",
    voice: "A senior engineer, unhurried, who likes sequence",
    level: "senior",
    tells: ["migration", "hard-pipeline"],
    could: ["undocumented-codebase", "schema-change", "tight-deadline"],
    badHour: false,
    kinds: ["migration", "cross-team"],
  },
  `
S The building society I was with settled 2.1 million direct debits a month through a chain of stored procedures that only one retired colleague had ever understood.

T I was asked to move it to the new warehouse before the old licence ran out in September, which left five months.
T The real problem turned up in the second week: nobody could say what a correct result was, because the old chain rounded in three different places.

A I didn’t start with the new code.
A I sat with two people from finance for four mornings and we wrote down 31 rules, each with an example they signed.
A Then I built the comparison before the pipeline: every debit, old against new, to the cent, with the rule it broke.
A Only after that I wrote the new steps, one rule at a time, in the order in which money moved.
A I ran both ledgers side by side for six weeks and sent finance the differences each morning with my guess at the cause.
A There were 4,100 differences on the first day; I mended ours, and where the old chain had been wrong I asked finance which truth they wanted to keep.
A I wrote the way back before the way over: one switch, tried twice on a Sunday with operations in the room.
A The cut-over itself I put on a Tuesday morning, when everybody I might need was awake.

R We switched eleven days before the licence ended, with zero differences in the last two weeks and no debit taken twice.
R The nightly run fell from five hours to 50 minutes, so the branches see balances at six instead of noon.
R The finance lead told her director that it was the first migration she hadn’t had to apologise for.

H The comparison stayed: it now runs on every change before a merge, and the 31 rules are its tests.
`,
)
