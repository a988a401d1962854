import { worked } from "./worked.ts"

export const inheritedScripts = worked(
  {
    id: "inherited-scripts",
    title: "Fourteen scripts and one summer",
    voice: "A student after her first internship, modest about its size",
    level: "junior",
    tells: ["learned-fast", "undocumented-codebase", "ai-tools"],
    could: ["mentoring", "hard-pipeline"],
    badHour: false,
    kinds: ["cross-team"],
  },
  `
S Last summer I was an intern for ten weeks at a regional water lab, and the colleague who had written their fourteen import scripts had left in the spring.

T My task was to add one new measuring station by the end of week four.
T I had never used a scheduler, and there was no page that said which script fed which table, so the real job was to understand it without asking the two chemists every hour.

A I collected my questions and brought them once a day, at two, when the chemists had their coffee.
A In the first week I ran each script on a copy of the database and wrote down what it read and what it wrote.
A From that I drew one picture, and I showed it to the chemists to find out where I was wrong; I was wrong in two places.
A I learned the scheduler from its tutorial in the evenings and rebuilt the two smallest scripts first, because a mistake there would hurt nobody.
A For the new station I let an assistant draft the parsing code.
A I didn’t trust it, so I compared its output with 300 readings that I had typed in by hand from the lab’s paper sheets.
A It had turned 17 readings below the detection limit into zeros, and for drinking water that is a different statement.
A I kept those as “below 0.5” and told the chemists why, before I merged anything.

R The station was live in week four, with 300 of 300 readings right.
R The chemists now get their weekly report in 20 minutes instead of half a day of copying.
R They asked me to come back this winter to move the other scripts.

H The picture is on their wall and in the repository, and a test with those 300 readings runs before each change.
`,
)
