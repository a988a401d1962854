import type { Debrief, DebriefEvidence, DebriefRating, Decision, SinceOpening } from "@backfill/contract"
import { RECOMMENDATION_WORDS, scoreWords, withoutScorecardsWords } from "@backfill/core"
import { STYLE } from "./export-style.ts"
import { Html, html, NOTHING } from "./html.ts"
import type { Snapshot } from "./snapshot.ts"

export interface Exported {
  decision: Decision
  snapshot: Snapshot
  organisation: string
  exportedAt: Date
  exportedBy: string
}

const CHOICES: Record<Decision["choice"], string> = {
  advance: "Advance",
  stop: "Stop",
  hold: "Hold",
  offer: "Offer",
  "no-offer": "No offer",
}
const utc = (iso: string): string => `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`
const score = (value: number | null): string => (value === null ? "–" : scoreWords(value))
const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`
const each = <T>(items: readonly T[], write: (item: T) => Html): Html[] => items.map(write)

/** A decision with the whole ground it stands on, as one page that needs nothing else: no script, no file, no network. */
export function exportDecision({
  decision,
  snapshot,
  organisation,
  exportedAt,
  exportedBy,
}: Exported): string {
  const { debrief } = snapshot
  const title = `${CHOICES[decision.choice]}: ${debrief.candidate}, ${debrief.stageTitle}`
  const page = html`<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${title}</title><style>${new Html(STYLE)}</style></head><body>
<p class="meta">${organisation} · ${debrief.openingTitle}, ${debrief.level}</p><h1>${title}</h1>
<p class="meta">Decided by ${decision.by.name}, ${utc(decision.at)}</p>
${decision.supersededBy ? html`<p><strong>Replaced by a later decision.</strong> It stands here as it was made.</p>` : NOTHING}
${decision.supersedes ? html`<p>It replaces an earlier decision of this gate.</p>` : NOTHING}
${decision.withoutScorecards === null ? NOTHING : html`<p><strong>${withoutScorecardsWords(decision.withoutScorecards)}</strong></p>`}
${decision.summary ? html`<p class="pre">${decision.summary}</p>` : NOTHING}
<h2>Reasons by criterion</h2>${each(decision.reasons, reason)}
<h2>Where the panel stood</h2><p>${debrief.headline}.</p><p class="meta">${debrief.summary}</p>${matrix(debrief)}${composite(debrief)}
<h2>Overall, as the cards opened</h2>${each(debrief.overall, (card) => overall(card, debrief))}
${debrief.waivers.length > 0 ? html`<h2>Cards gone without</h2><ul>${each(debrief.waivers, (w) => html`<li class="fact">${w.rater.name}, ${w.roundTitle}: ${w.reason}</li>`)}</ul>` : NOTHING}
<h2>Every rating with its evidence</h2>${each(debrief.rows, (row) => html`${row.ratings.length > 0 ? html`<h3>${row.title}</h3>` : NOTHING}${each(row.ratings, (given) => rating(given, debrief))}`)}
${snapshot.earlier.length > 0 ? html`<h2>Earlier gates</h2>${each(snapshot.earlier, earlier)}` : NOTHING}
<h2>What happened, in order</h2><ol>${each(snapshot.story, storyLine)}</ol>
<h2>What it rests on</h2><dl><dt>Kit</dt><dd>${snapshot.kit.title} ${snapshot.kit.version}</dd><dt>Digest</dt><dd>${snapshot.kit.digest}</dd>
<dt>Plan</dt><dd>Version ${snapshot.planVersion}, weights set ${utc(debrief.weightsSetAt)}</dd><dt>Decision</dt><dd>${decision.id}</dd>
<dt>Exported</dt><dd>${utc(exportedAt.toISOString())}, ${exportedBy}</dd></dl></body></html>`
  return `<!doctype html>\n${page.source}\n`
}

const storyLine = ({ at, by, title, detail }: Snapshot["story"][number]): Html =>
  html`<li class="fact pre">${utc(at)} · ${title}${by ? `, ${by}` : ""}${detail ? `\n${detail}` : ""}</li>`

const reason = ({ title, reason: words, evidence: cites }: Decision["reasons"][number]): Html =>
  html`<h3>${title}</h3><p class="pre">${words}</p>${each(cites, (cited) => html`<blockquote class="pre">${cited.quote}</blockquote>`)}`

const nameOf = (debrief: Debrief, id: string): string =>
  debrief.raters.find((rater) => rater.id === id)?.name ?? "A rater"

const matrix = (
  debrief: Debrief,
): Html => html`<table><thead><tr><th>Sorted by disagreement</th><th class="n">Weight</th>
${each(debrief.raters, (rater) => html`<th class="n">${rater.name}</th>`)}<th class="n">Mean</th></tr></thead><tbody>
${each(debrief.rows, (row) => html`<tr><td>${row.title}</td><td class="n">${row.weight} %</td>${each(row.cells, cell)}<td class="n">${score(row.mean)}</td></tr>`)}</tbody></table>`

const cell = ({ score: now, sinceOpening }: Debrief["rows"][number]["cells"][number]): Html =>
  html`<td class="n">${was(sinceOpening)}${score(now)}</td>`

const was = (since: SinceOpening): Html =>
  since.kind === "unchanged" ? NOTHING : html`<span class="was">${score(since.from)}</span> `

function composite({ composite: now, compositeBefore }: Debrief): Html {
  const shown = (view: Debrief["composite"]) =>
    view.value === null
      ? "no composite"
      : `${view.value.toFixed(1)}${view.low === null || view.high === null ? "" : `, ${view.low.toFixed(1)} to ${view.high.toFixed(1)}`}`
  return html`<p>Composite: ${shown(now)}. <span class="meta">${now.note} When the cards opened: ${shown(compositeBefore)}.</span></p>`
}

const overall = (card: Debrief["overall"][number], debrief: Debrief): Html =>
  html`<p><strong>${nameOf(debrief, card.raterId)}, ${card.roundTitle}: ${RECOMMENDATION_WORDS[card.recommendation]}.</strong> <span class="pre">${card.reason}</span></p>`

const rating = (
  given: DebriefRating,
  debrief: Debrief,
): Html => html`<p class="meta">${nameOf(debrief, given.raterId)} · ${given.roundTitle} · ${given.itemTitle}</p>
<p>${was(given.sinceOpening)}<strong>${given.score ?? "Not assessed"}</strong> ${given.anchor}</p>
${given.comment ? html`<p class="pre">${given.comment}</p>` : NOTHING}
${each(given.evidence, evidence)}
${given.notes.length > 0 ? html`<p class="meta">Notes as written</p><ul>${each(given.notes, (note) => html`<li class="fact pre">${clock(note.atSeconds)} ${note.text}</li>`)}</ul>` : NOTHING}`

const HANDED = { text: "Handed in", file: "File handed in", recording: "Recording handed in" }
const said = ({ startMs, endMs }: { startMs: number; endMs: number | null }): string =>
  endMs === null ? "" : `(${clock(Math.floor(startMs / 1000))} to ${clock(Math.ceil(endMs / 1000))})`

/** A citation; one from an exercise within the words around it, and with the name of the exercise. */
function evidence({ quote, atSeconds, source }: DebriefEvidence): Html {
  if (source === null)
    return html`<blockquote class="pre">${quote}${atSeconds === null ? "" : ` (${clock(atSeconds)})`}</blockquote>`
  const words =
    source.kind === "text" ? html`${source.before}<mark>${quote}</mark>${source.after}` : html`${quote}`
  return html`<p class="meta">${HANDED[source.kind]}${source.kind === "recording" ? ` ${said(source)}` : ""} for ${source.title}</p><blockquote class="${source.kind === "text" && source.code ? "pre code" : "pre"}">${words}</blockquote>`
}

const earlier = (decision: Snapshot["earlier"][number]): Html =>
  html`<h3>${decision.stageTitle}: ${CHOICES[decision.choice].toLowerCase()}</h3><p class="meta">${decision.by.name}, ${utc(decision.at)}</p>${each(decision.reasons, (r) => html`<p><strong>${r.title}.</strong> <span class="pre">${r.reason}</span></p>`)}`
