import { worked } from "./worked.ts"

export const warehouseHabit = worked(
  {
    id: "warehouse-habit",
    title: "An expensive habit, kept for a quarter",
    voice: "A senior engineer who thinks in prices",
    level: "senior",
    tells: ["cost-reduction", "cost-vs-velocity"],
    could: ["realtime-vs-batch", "tight-deadline"],
    badHour: false,
    kinds: ["cost-win"],
  },
  `
S A chain of opticians I worked for saw its warehouse bill go from 6,000 to 17,000 dollars a month between January and June, with no more data than before.

T The finance director wanted it under 9,000 by the end of the year, and the shops’ stock report had to stay ready by seven each morning.
T I knew one cause, because I had chosen it: in February I had doubled the cluster to get the stock report out for the launch of contact lenses.

A That choice I’d make again, and I said so to the director with the numbers: mending the query would have taken three weeks against one day, and the launch earned 240,000 dollars in its first month, while the bigger cluster cost us 3,800 a month.
A What I hadn’t done was come back for the debt.
A So before I changed a line I measured for ten days and ranked every job by what it cost.
A Two of 140 made up more than half.
A For the stock report I compared three options: a smaller cluster saves 3,800 but finishes at nine, rewriting the join saves 3,100 and finishes at half past five, and doing both saves 5,200 and finishes at ten to seven.
A I recommended the rewrite alone, since ten minutes of margin is none, and the director agreed.
A For the second job I asked the shop managers whether they used its refresh every five minutes; they looked at it twice a day, so I moved it to hourly.

R The bill for November was 8,400 dollars, and the stock report came at 05:35 on average.
R No shop noticed, apart from one manager who thanked us for a faster report.

H Every shortcut that costs money now gets a price and a date in the same ticket, and the five dearest are read out each month.
`,
)
