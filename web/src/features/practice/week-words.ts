type Week = { tries: number; stories: number }

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

/** What the weeks say, in words; the last one is the present one. */
export function weekFinding(weeks: readonly Week[]): string {
  const [before, now] = weeks.slice(-2)
  const done = [
    (now?.tries ?? 0) > 0 && plural(now?.tries ?? 0, "try", "tries"),
    (now?.stories ?? 0) > 0 && plural(now?.stories ?? 0, "new story", "new stories"),
  ].filter((part) => part !== false)
  const said = done.length === 0 ? "Nothing yet this week" : `${done.join(" and ")} this week`
  const last = before?.tries ?? 0
  return `${said}, ${last === 0 ? "no try" : plural(last, "try", "tries")} the week before`
}
