/** "Rotterdam, senior": where and how far along, leaving out what isn't said. */
export function placeAndLevel({ location, level }: { location: string; level: string }): string {
  return [location.trim(), `${level} level`].filter(Boolean).join(", ")
}
