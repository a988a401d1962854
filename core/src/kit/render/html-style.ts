/** The style of a printed kit: one column to read in, ink on paper, pages cut where a reader would cut them. */
export const STYLE = `
:root { --ink: #1b1f24; --soft: #5b6570; --line: #d9dde2; --accent: #0b5c63; --wash: #f3f6f6; --good: #2f6b3a; --bad: #9a3412 }
* { box-sizing: border-box }
html { -webkit-text-size-adjust: 100% }
body { margin: 0 auto; padding: 3rem 1.5rem 6rem; max-width: 46rem; color: var(--ink); background: #fff;
  font: 1.0625rem/1.6 Charter, "Source Serif 4", "Bitstream Charter", Cambria, Georgia, serif;
  font-variant-numeric: oldstyle-nums; hyphens: auto; overflow-wrap: break-word }
h1, h2, h3, h4, h5, .label, .facts, .subtitle, .imprint, nav, th, dt, .note { font-family: "Source Sans 3", "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; hyphens: manual }
.cover { padding: 2.5rem 0 2rem; border-top: 4px solid var(--accent) }
.cover h1 { margin: 0.25rem 0 1.5rem; font-size: 2.5rem; line-height: 1.15; letter-spacing: -0.015em }
.subtitle { margin: 0; color: var(--accent); font-weight: 600 }
.imprint { margin: 0; color: var(--soft); font-size: 0.8125rem; overflow-wrap: anywhere }
nav { padding: 1.25rem 0 2rem; border-top: 1px solid var(--line); font-size: 0.9375rem; line-height: 1.5 }
nav h2 { margin: 0 0 0.75rem; font-size: 1rem; border: 0; padding: 0 }
nav ol { list-style: none; margin: 0; padding: 0 } nav > ol { columns: 2; column-gap: 2.5rem }
nav > ol > li { break-inside: avoid; margin-bottom: 0.75rem; font-weight: 600 }
nav ol ol { font-weight: 400 } nav ol ol a { color: var(--soft) }
nav a { color: inherit; text-decoration: none } nav a:hover { text-decoration: underline }
h2 { margin: 4rem 0 1rem; padding-top: 1.25rem; border-top: 2px solid var(--ink); font-size: 1.75rem; line-height: 1.2; letter-spacing: -0.01em }
h3 { margin: 3rem 0 0.25rem; font-size: 1.3125rem; line-height: 1.3 }
h4, h5 { margin: 1.75rem 0 0.5rem; font-size: 1.0625rem; line-height: 1.35 } h5 { color: var(--soft) }
p { margin: 0 0 0.85rem } ul, ol { margin: 0 0 1rem; padding-left: 1.35rem } li { margin-bottom: 0.3rem; padding-left: 0.15rem }
li::marker { color: var(--soft) } li > ul, li > ol { margin: 0.3rem 0 }
.label + .spoken { margin-top: 0.5rem } .label { margin: 1.6rem 0 0.5rem; font-size: 0.8125rem; font-weight: 600; color: var(--accent) }
.facts { margin: 0 0 1rem; color: var(--soft); font-size: 0.875rem } .facts span + span::before { content: "·"; margin: 0 0.45em 0 0.2em }
.spoken { margin: 1.25rem 0; padding: 1rem 1.25rem 0.25rem; border-left: 3px solid var(--accent); background: var(--wash); font-size: 1.125rem; line-height: 1.55 }
.spoken table, .spoken pre { font-size: 0.9375rem }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2rem; margin-top: 0.5rem; font-size: 0.9688rem; line-height: 1.45 }
.sides .label { color: var(--good) } .sides section + section .label { color: var(--bad) }
.rows { margin: 0.5rem 0 1.25rem } .rows > div { display: grid; grid-template-columns: 5.5rem 1fr; gap: 0 1rem; padding: 0.6rem 0; border-top: 1px solid var(--line) }
.rows > div:last-child { border-bottom: 1px solid var(--line) }
dt { font-size: 0.875rem; font-weight: 600; padding-top: 0.15rem; color: var(--soft); font-variant-numeric: tabular-nums lining-nums } dd { margin: 0; line-height: 1.5 } dd p { margin: 0 }
.rows.scores > div { grid-template-columns: 1.75rem 1fr } .rows.scores dt { font-size: 1.125rem; line-height: 1.35; color: var(--accent); padding: 0 }
.rows.clock > div { padding: 0.35rem 0 }
.note { margin: 0.25rem 0 0; color: var(--soft); font-size: 0.875rem; line-height: 1.45 }
.rows.clock dd { display: flex; justify-content: space-between; gap: 1rem } .rows.clock .note { white-space: nowrap }
table { width: 100%; margin: 0.5rem 0 1.5rem; border-collapse: collapse; font-size: 0.9375rem; line-height: 1.45; hyphens: manual }
th { text-align: left; font-size: 0.8125rem; color: var(--soft) } th, td { padding: 0.5rem 1rem 0.5rem 0; border-bottom: 1px solid var(--line); vertical-align: top }
td:first-child { min-width: 6.5rem } td:last-child, th:last-child { padding-right: 0 }
code { font: 0.86em/1.5 "Source Code Pro", ui-monospace, Menlo, Consolas, monospace; hyphens: none }
pre { margin: 0 0 1.25rem; padding: 0.85rem 1rem; background: var(--wash); overflow-x: auto; line-height: 1.45 } blockquote { margin: 0 0 1rem; padding-left: 1rem; border-left: 2px solid var(--line) }
@media (max-width: 40rem) { body { padding: 1.5rem 1rem 4rem; font-size: 1rem } nav > ol { columns: 1 } .sides { grid-template-columns: 1fr } .cover h1 { font-size: 2rem } .rows > div { grid-template-columns: 4.5rem 1fr } table { display: block; overflow-x: auto } }
@page { size: A4; margin: 20mm 20mm 22mm; @bottom-center { content: counter(page); font: 9pt "Source Sans 3", Arial, sans-serif; color: #5b6570 } }
@media print {
  body { max-width: none; padding: 0; font-size: 10.5pt; line-height: 1.45 }
  .cover { padding-top: 40mm; border-top-width: 3pt } nav { break-before: page; border: 0 } h2.page { break-before: page; margin-top: 0 }
  h2, h3, h4, h5, .label, .facts, .facts + p:has(+ .spoken) { break-after: avoid } h3 + .facts, .spoken, .rows > div, .rows.scores, .sides, tr, pre, main > ul, main > ol { break-inside: avoid }
  .label + .spoken { break-inside: auto; orphans: 4; widows: 4 }
  .spoken, pre { -webkit-print-color-adjust: exact; print-color-adjust: exact; font-size: 11pt } pre { white-space: pre-wrap; font-size: 9pt } a { color: inherit }
  p, li { orphans: 2; widows: 2 } table { display: table; font-size: 9.5pt } .sides { font-size: 9.75pt; grid-template-columns: 1fr 1fr }
}
`
