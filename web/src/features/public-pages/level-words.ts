import type { PublicForm } from "@backfill/contract"

/** "Rotterdam, senior": where and how far along, leaving out what isn't said. */
export function placeAndLevel({ location, level }: { location: string; level: string }): string {
  return [location.trim(), `${level} level`].filter(Boolean).join(", ")
}

/** How long a filled-in form roughly takes, in whole minutes: two for oneself and the résumé, one a question, three for prose. */
export function minutesToFill(form: PublicForm): number {
  const prose = form.fields.filter((field) => field.type === "long-text").length
  return 2 + Math.round((form.fields.length - prose) / 2) + prose * 3
}
