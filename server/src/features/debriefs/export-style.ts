/** Paper and ink, for reading and printing: one serif hand, hairlines, no colour that carries meaning. */
export const STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 48px 32px 80px; max-width: 46rem; background: #f8f6f0; color: #1b1a17;
  font: 17px/1.6 "Source Serif 4", Charter, Georgia, serif; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
h1 { font-size: 28px; line-height: 36px; font-weight: 400; margin: 4px 0 8px; }
h2 { font: 600 15px/20px "Source Sans 3", "Segoe UI", system-ui, sans-serif; border-top: 1px solid #1b1a17; margin: 40px 0 12px; padding-top: 12px; }
h3 { font-size: 17px; font-weight: 600; margin: 24px 0 4px; }
p, blockquote, dl, ol, ul { margin: 0 0 8px; }
ol, ul { padding: 0; list-style: none; }
table { border-collapse: collapse; width: 100%; }
th, td, dl, .meta, li.fact { font: 15px/20px "Source Sans 3", "Segoe UI", system-ui, sans-serif; }
th { text-align: left; font-weight: 400; color: #544f46; }
th, td { padding: 6px 8px 6px 0; border-bottom: 1px solid #ddd8cb; vertical-align: top; }
td.n, th.n { text-align: right; }
.meta { color: #544f46; }
.pre { white-space: pre-wrap; }
.code { font: 14px/22px "Source Code Pro", ui-monospace, Menlo, monospace; tab-size: 4; }
.was { text-decoration: line-through; color: #6a6459; }
mark { background: #e4ded0; color: inherit; }
blockquote { border-left: 2px solid #857e6e; padding-left: 12px; }
dl { display: grid; grid-template-columns: 9rem 1fr; gap: 4px 16px; }
dt { color: #544f46; }
dd { margin: 0; }
li.fact { padding: 6px 0; border-bottom: 1px solid #ddd8cb; }
@media print { body { background: none; padding: 0; max-width: none; font-size: 11pt; } h2, h3 { break-after: avoid; } blockquote, tr, li { break-inside: avoid; } }
`
