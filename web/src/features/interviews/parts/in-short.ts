/** A line as a reminder of itself: up to its first pause, with a sign that there was more. Its full stop goes. */
export function inShort(line: string): string {
  const whole = line.trim().replace(/\.$/, "")
  const pause = /[,;:(–]|\s(?:or|and|before|unless|until)\s/.exec(whole)
  if (!pause || pause.index < 12) return whole
  return `${whole.slice(0, pause.index).trimEnd()}…`
}
