import { existsSync } from "node:fs"
import { installPackage } from "./prepare.mjs"

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
]

/** Path of a Chromium for the browser tests; installs Debian's where that is allowed, else says how to. */
export function findBrowser() {
  const find = () => [process.env.CHROMIUM_PATH, ...PLACES].find((p) => p && existsSync(p))
  if (!find()) installPackage("chromium", "Installing Chromium for the browser tests.")
  const found = find()
  if (found) return found
  console.error(
    "The browser tests need Chromium. Install it (Debian: sudo apt-get install chromium), or set CHROMIUM_PATH to one.",
  )
  process.exit(1)
}

/** Whether there is a Firefox for the night's comparison of browsers; installs Debian's where that is allowed. Without it the night goes on. */
export function findFirefox() {
  const place = process.env.FIREFOX_PATH ?? "/usr/bin/firefox-esr"
  if (!existsSync(place)) installPackage("firefox-esr", "Installing Firefox ESR to compare it.")
  return existsSync(place)
}
