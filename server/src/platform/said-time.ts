const formats = new Map<string, Intl.DateTimeFormat>()

/** Making a format takes a hundred times as long as using it; there are no more than there are time zones. */
function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  })
  formats.set(timeZone, made)
  return made
}

/**
 * An instant as people in a zone say it: `Monday 2 November 2026, 14:30 in Amsterdam`. UTC is no place, so there it is
 * `14:30 UTC`. Throws a RangeError for a zone that isn't one.
 */
export function saidTime(at: Date, timeZone: string): string {
  const part = Object.fromEntries(
    formatIn(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  const city = timeZone.split("/").at(-1)?.replaceAll("_", " ") ?? timeZone
  const where = timeZone.includes("/") && !timeZone.startsWith("Etc/") ? `in ${city}` : city
  return `${part["weekday"]} ${part["day"]} ${part["month"]} ${part["year"]}, ${part["hour"]}:${part["minute"]} ${where}`
}
