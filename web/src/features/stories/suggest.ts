import { readStory } from "@backfill/coach"
import type { StoryTheme } from "@backfill/contract"

/**
 * What has to be said for a theme to be suggested: every pattern of its list. They are simple on purpose and ask for two
 * or three separate signs, so that silence is more common than a wrong word. The person decides.
 */
const SIGNS: Partial<Record<StoryTheme, readonly RegExp[]>> = {
  "late-data": [
    /\b(late|delayed|after the (hour|day) closed|out of order)\b/,
    /\b(event time|time of arrival|arriv\w+ time|watermark|processing time|offset|time ?zone|clocks? went)\b/,
  ],
  "bad-data-downstream": [
    /\b(wrong|duplicate\w*|doubled|misreported|incorrect)\b/,
    /\b(customers?|buyers?|finance|dashboard|report|marketing|readers?)\b/,
    /\b(called|told|wrote to|rang|apologi\w+|warned)\b/,
    /\b(trust (returned|back|again)|complain\w+|apologi\w+|corrected|misreported)\b/,
  ],
  migration: [
    /\b(migrat\w+|cut-?over|move it to|moved (it|them|everything) to|switch(ed)? over|old (system|chain|warehouse|pipeline))\b/,
    /\b(side by side|parallel|rollback|roll back|way back|both (systems|ledgers|pipelines)|dual)\b/,
  ],
  "definition-disagreement": [
    /\b(definition|define[sd]?|counted|means?|metric)\b/,
    /\b(marketing|finance|product|sales)\b[\s\S]*\b(marketing|finance|product|sales)\b/,
    /\b(agreed?|disagree\w*|neither|both)\b/,
  ],
  "cost-reduction": [
    /\b(bill|costs?|spend|budget)\b/,
    /(\$|€|£|\bdollars?\b|\beuros?\b|\bpounds?\b)/,
    /\b(saves?|saved|saving|cut|down to|under|reduc\w+|instead of)\b/,
    /\b(measur\w+|ranked|profil\w+|looked at what)\b/,
  ],
  "schema-change": [
    /\b(schema|columns?)\b/,
    /\b(renam\w+|split|contract|versions?|both shapes|compatib\w+|deprecat\w+|view)\b/,
  ],
  "missed-sla": [
    /\b(sla|too late|by six|by seven|penalty|agreed hour)\b/,
    /\bmissed\b/,
    /\b(told|rang|called|wrote)\b/,
  ],
  "undocumented-codebase": [
    /\b(undocumented|no (documentation|page|notes)|nobody (knew|could say|understood)|only one|had left|had written)\b/,
    /\b(scripts?|code ?base|repository|jobs?|procedures?)\b/,
    /\b(drew|diagram|map|picture|wrote down)\b/,
  ],
  "realtime-vs-batch": [
    /\b(real.?time|streaming|live data)\b/,
    /\b(batch|every (15|fifteen|five|ten) minutes|hourly|micro-?batch)\b/,
  ],
  mentoring: [
    /\b(junior|newer|newest|intern|new (engineer|colleague|hire))\b/,
    /\b(sat beside|paired|mentor\w*|instead of taking the keyboard|coached|let (her|him|them) (lead|present))\b/,
  ],
  "post-mortem": [
    /\b(post-?mortem|retrospective|review of the incident)\b/,
    /\b(blame\w*|actions?|written|timeline)\b/,
  ],
  "pushback-leadership": [
    /\b(director|vp|chief|ceo|cto|head of|board|manager)\b/,
    /\b(told (him|her|them) no|said no|wouldn’t|pushed back|disagreed with)\b/,
  ],
  "ai-tools": [
    /\b(assistant|language model|llm|copilot|chatgpt|ai tool|generated)\b/,
    /\b(compared|checked|tested|validated|verified|didn’t trust)\b/,
  ],
  "cost-vs-velocity": [
    /(\$|€|£|\bdollars?\b|\beuros?\b|\bpounds?\b)/,
    /\b(shortcut|debt|bigger cluster|quick\w*|launch|one day)\b/,
    /\b(against|instead of|versus|rather than)\b/,
    /\b(again|later|paid|cost us)\b/,
  ],
  "learned-fast": [
    /\b(never used|had never|new to me|learn(ed|t))\b/,
    /\b(tutorial|evenings|documentation|course|week one|first week)\b/,
  ],
  triage: [
    /\b(three|several|four|two) (things|incidents|fires|alerts)\b/,
    /\b(first|order|wait|priorit\w+)\b/,
    /\b(gave to|handed|delegat\w+|rang|told)\b/,
  ],
  "technology-choice": [
    /\b(platform|tool|product|vendor|framework)\b/,
    /\b(criteria|weights?|proofs? of concept|poc|pilot|bake-?off)\b/,
  ],
  "tight-deadline": [
    /\b(deadline|by (monday|friday|the end)|weeks? left|due)\b/,
    /\b(left out|dropped|cut the scope|scope|postponed|without)\b/,
    /\b(kept|didn’t cut|wouldn’t|stayed)\b/,
  ],
  "pipeline-broke": [
    /\b(pager|paged|on call|went red|crashed|stopped|broken?)\b/,
    /\b(pipeline|job|load|loader|run|feed|routes)\b/,
    /\b(alert|runbook|test|check|contract|now)\b/,
    /\b(told|wrote|rang|called|posted)\b/,
  ],
}

export interface Suggestion {
  themes: StoryTheme[]
  /** The coach hears something break at a bad hour. */
  badHour: boolean
}
const NONE: Suggestion = { themes: [], badHour: false }

/** What a text could serve, from the coach and from simple signs; nothing for what isn't a story or is just begun. */
export function suggest(text: string): Suggestion {
  const reading = readStory(text)
  if (!reading.isStory || reading.words < 60) return NONE
  const lower = text.toLowerCase().replaceAll("'", "’")
  const themes = (Object.keys(SIGNS) as StoryTheme[]).filter((theme) =>
    SIGNS[theme]?.every((sign) => sign.test(lower)),
  )
  return { themes, badHour: reading.facts.onCallMoment }
}
