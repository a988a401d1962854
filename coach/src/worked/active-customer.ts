import { worked } from "./worked.ts"

export const activeCustomer = worked(
  {
    id: "active-customer",
    title: "Nineteen per cent more customers",
    voice: "An analytics engineer, talkative and fair to both sides",
    level: "senior",
    tells: ["definition-disagreement", "pushback-leadership"],
    could: ["post-mortem", "bad-data-downstream"],
    badHour: false,
    kinds: ["stakeholder-conflict", "cross-team"],
  },
  `
S At a language-learning company, marketing reported 640,000 active learners and finance reported 538,000, in the same month, to the same board.

T The chief of staff asked me to make one of the two numbers go away before the next meeting, three weeks later.
T What I found was that neither was wrong: marketing counted anybody who opened the app, and finance counted anybody who finished a lesson.

A I told the chief of staff that I wouldn’t pick a winner, because the choice wasn’t mine and would be fought over again in a quarter.
A She wasn’t pleased, and I said I’d rather bring her one agreed page than one quiet spreadsheet.
A I asked each side alone what they decide with their number.
A Marketing steers the spend on adverts by it; finance forecasts renewals.
A So I took two years of data and measured how well each number foretold renewals three months on: opening the app explained 22 per cent of it, finishing a lesson 61.
A I put both into one chart, showed it to each team before the meeting so that nobody was surprised in public, and asked them what I had missed.
A Marketing pointed out that new learners often finish their first lesson in week two, and they were right, so I added a grace of 14 days.
A Then I wrote three sentences, got both names under them, and only after that changed the models.

R The board saw one number, 561,000, and a second one called “opened the app”, and the discussion took four minutes instead of the usual half hour.
R Marketing moved 80,000 euros a quarter from adverts that brought openers to those that brought learners.

H The definition lives beside the model with both owners’ names, and a change to it needs a yes from each.
`,
)
