/** Browsers as far as their way back to a refused camera differs. */
export type BrowserName = "chrome" | "chrome-android" | "edge" | "firefox" | "safari" | "ios" | "other"

/**
 * Which browser this is, from its user agent. Only for wording: what a browser can do is always asked of itself.
 * `touch`: the device has a touch screen, by which an iPad that says it is a Mac is told from one.
 */
export function browserName(userAgent: string, touch = false): BrowserName {
  if (/iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && touch)) return "ios"
  if (/Firefox\//.test(userAgent)) return "firefox"
  if (/Edg\//.test(userAgent)) return "edge"
  if (/Chrome\//.test(userAgent)) return /Android/.test(userAgent) ? "chrome-android" : "chrome"
  if (/Safari\//.test(userAgent) && /Version\//.test(userAgent)) return "safari"
  return "other"
}
