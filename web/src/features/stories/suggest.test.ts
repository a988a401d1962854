import { textOf, WORKED_STORIES } from "@backfill/coach"
import type { StoryTheme } from "@backfill/contract"
import { expect, it } from "vitest"
import { readWeights } from "./serves/model.ts"
import stored from "./serves/weights.json" with { type: "json" }
import { candidatesFor, hearsBadHour, suggestThemes } from "./suggest.ts"

const model = readWeights(stored)

/** Told by nobody the model has read, each with the themes that a listener would take it for. */
const UNSEEN: { serves: StoryTheme[]; text: string }[] = [
  {
    serves: ["migration"],
    text: "Our bakery chain kept its till data on a server under a desk, and I was to bring it into the cloud before the lease ended in March. I listed the forty tables, and began with the three that nobody would miss. For each one I let the old and the new run side by side for two weeks and compared the totals every morning. Shop managers knew the day of their switch a month ahead. One region differed by a rounding, so I put it off and found the cause. We turned the old server off in February with a way back kept for ninety days, and nobody needed it. Since then each move has a checklist with a rollback that was rehearsed.",
  },
  {
    serves: ["cost-reduction", "cost-vs-velocity"],
    text: "The query bill of our scooter firm had doubled to 9,000 euros a month while rides stayed flat. My manager asked me to halve it without making any report later. I grouped the spend by job for a week first, and found that six dashboards refreshed every five minutes for people who look once a day. I asked their owners, wrote down how fresh each had to be, and moved them to hourly. Then I partitioned the two largest tables by day. The bill went down to 4,100 euros and no report came later than before. A budget alert now goes to whoever owns the job, so the next climb is seen in days.",
  },
  {
    serves: ["mentoring"],
    text: "Last year a junior joined us who had only written notebooks, and I was asked to get her ready for the rota by summer. I paired with her twice a week and let her hold the keyboard, even when it took three times as long. I gave her a small pipeline of her own, reviewed her pull requests with questions rather than answers, and had her explain the design to the rest of us. When she broke a load I sat beside her while she mended it. By June she ran on call alone, and in autumn she taught the next intern with the same plan. We keep that plan as the first page for anyone new.",
  },
  {
    serves: ["technology-choice"],
    text: "Two of our teams had argued since spring about which orchestrator to buy, and each had a slide deck. I was asked to bring them to a decision in four weeks. I had both write down criteria and agree on the weights before anybody saw a product, and asked each to build a proof of concept in the tool they did not favour. We scored them together on the same three pipelines. The cheaper tool won on everything except its interface, and the side that lost named the two gaps that we then closed. Adoption took a quarter, and the scorecard is the template for every tool we have chosen since.",
  },
  {
    serves: ["late-data"],
    text: "Our buses upload their door counts when they return to the depot, so some events arrive a day after they happened. The daily ridership closed at midnight by arrival time, and I was asked why Mondays looked so full. Before writing any code I plotted event time against arrival for a month and saw that one depot in ten was late. I proposed to keep a day open for 36 hours by event time, and asked planning whether a figure that still moves was acceptable to them. They wanted it marked as provisional, so I did that. Restatements fell from 40 a month to two, and an alert tells us when lateness grows.",
  },
]

it("suggests themes of stories it has never read", () => {
  for (const { serves, text } of UNSEEN)
    expect(
      suggestThemes(text, model).filter((theme) => serves.includes(theme)),
      text.slice(0, 60),
    ).not.toEqual([])
})

it("names for each worked story one that it tells, mostly what it tells or could, and never many", () => {
  let right = 0
  let all = 0
  for (const story of WORKED_STORIES) {
    const themes: string[] = suggestThemes(textOf(story), model)
    expect(
      themes.filter((theme) => story.tells.includes(theme)),
      story.id,
    ).not.toEqual([])
    expect(themes.length).toBeLessThanOrEqual(3)
    all += themes.length
    right += themes.filter((theme) => [...story.tells, ...story.could].includes(theme)).length
  }
  expect(right / all).toBeGreaterThanOrEqual(0.7)
})

it("is silent about what is no story, or only begun", () => {
  const begun =
    "At the bank I was asked to migrate the nightly ledger. I ran the old system side by side with the new one for a week, compared both every morning and told finance what differed. We switched on a Tuesday."
  for (const text of [
    begun,
    "",
    "I was paged at two.",
    "- buy milk\n- schema contract\n- migration rollback\n".repeat(30),
  ]) {
    expect(suggestThemes(text, model)).toEqual([])
    expect(hearsBadHour(text)).toBe(false)
  }
})

it("hears a bad hour", () => {
  for (const story of WORKED_STORIES)
    if (story.badHour) expect(hearsBadHour(textOf(story)), story.id).toBe(true)
})

it("finds for an empty theme the story that sounds most like it, and nothing where none does", () => {
  const stories = UNSEEN.map(({ text }, at) => ({ id: String(at), title: "", text, themes: {} }))
  const found = candidatesFor(["mentoring", "migration", "ai-tools"], stories, model)
  expect(found.map(({ theme, story }) => [theme, story.id])).toEqual([
    ["mentoring", "2"],
    ["migration", "0"],
  ])
  expect(candidatesFor(["mentoring"], [], model)).toEqual([])
})
