import { worked } from "./worked.ts"

export const fifteenMinutes = worked(
  {
    id: "fifteen-minutes",
    title: "Fifteen minutes were enough",
    voice: "A principal who came round to the dull answer",
    level: "principal",
    tells: ["realtime-vs-batch", "technology-choice"],
    could: ["cost-vs-velocity", "pushback-leadership", "tight-deadline"],
    badHour: false,
    kinds: ["stakeholder-conflict", "cross-team", "cost-win"],
  },
  `
S A hospital group with twelve sites wanted to see free beds “in real time”, and two of our teams had already fallen out over which streaming platform to buy.

T The operations board asked me to choose one within a month, before the winter season.
T What nobody had asked was how old a number may be before a nurse decides wrongly by it.

A I spent two shifts beside the bed managers before I read a single product page.
A They look at the board every half hour, and a transfer takes 40 minutes to arrange, so I wrote down 20 minutes as the oldest useful number and had the head nurse sign it.
A Then I asked both teams to agree on criteria and weights before any test: who can run it counted 40 per cent, the age of the data 30, cost 20, and what we already know 10.
A I had each team build a proof of concept for its favourite over five days, and I built the third myself, a plain batch every 15 minutes.
A Streaming came in at nine seconds and 14,000 euros a month with two people to hire; the batch came in at 16 minutes, 1,900 euros, and nobody to hire.
A I showed the table to both teams first and asked the one that had lost the most to look for holes in it.
A They found one, the emergency ward, which does need seconds, and I kept its direct feed as it was.

R We went live on the fourth of November, three weeks before the first wave, at 1,900 euros a month instead of 14,000.
R Transfers that failed for want of a bed fell from 31 to 9 a month.
R Both teams put their names under the decision.

H The signed 20 minutes are a monitored limit, and any new request for live data has to bring its own number first.
`,
)
