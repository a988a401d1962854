import { mkdirSync } from "node:fs"
import { AxeBuilder } from "@axe-core/playwright"
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from "playwright-core"
import { expect } from "vitest"
import { launchFirefox } from "./firefox.ts"

/** Switches for every browser of the tests. */
export const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
]

/** With E2E_BROWSER=firefox, as once a night, journeys go through Firefox. */
export const IN_FIREFOX = process.env["E2E_BROWSER"] === "firefox"

const VOICE = "--use-file-for-fake-audio-capture="

/** A browser; `more` are Chromium's switches beside the usual ones: for a made-up camera and voice, which Firefox has without. */
export const launch = (more: readonly string[] = []): Promise<Browser> =>
  IN_FIREFOX
    ? launchFirefox({ voice: more.find((one) => one.startsWith(VOICE))?.slice(VOICE.length) })
    : chromium.launch({
        executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
        args: [...ARGS, ...more],
      })

/**
 * A request that a test makes fail; and, in Firefox’s words, the styles that Playwright tries for a screenshot and the policy
 * forbids. One of the product’s own would still be told by Chromium.
 */
const UNMEANT = /Failed to load resource|net::ERR_|blocked an inline style \(style-src-elem\)/

/** A browser of one's own, as one person has it. What goes wrong on a page without being shown fails the test. */
export async function newPerson(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{ context: BrowserContext; page: Page; faults: string[] }> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "Europe/Amsterdam",
    ...options,
  })
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  const faults: string[] = []
  const tell = (what: string) => !UNMEANT.test(what) && faults.push(what)
  page.on("pageerror", (error) => tell(String(error)))
  page.on("console", (message) => {
    if (message.type() === "error") tell(message.text())
  })
  return { context, page, faults }
}

const VIEWS = [
  { name: "wide", width: 1440, height: 900 },
  { name: "narrow", width: 390, height: 844 },
] as const
const THEMES = ["light", "dark"] as const

/** With LOOKS=all, as by night, a page is looked at in every way; else in one of the four, which its name picks. */
const everyWay = process.env.LOOKS === "all"

/** The number, from 0 to 3, of the one way in which a page is looked at: always the same, and spread over the pages. */
const wayOf = (name: string): number =>
  [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7) % 4

/** What axe finds against the rules of WCAG 2.2 AA; nothing in Firefox, which dies of it, and where the same rules hold. */
async function violationsOn(page: Page): Promise<string[]> {
  if (IN_FIREFOX) return []
  // No page has a frame, for which else each check would open a page of its own.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze()
  return violations.map(
    (v) =>
      `${v.id}: ${v.nodes
        .map((n) => n.target.join(" "))
        .slice(0, 3)
        .join(", ")}`,
  )
}

/**
 * Looks at the page as it is now at 1440 and 390 px: it doesn't scroll sideways at either. In one of light and dark at
 * one of the widths, with LOOKS=all in all four, it is checked with axe and pictured; the pictures lie in
 * e2e/screenshots for people to look at, those of Firefox in a folder of their own.
 */
export async function look(page: Page, name: string): Promise<void> {
  const folder = new URL(IN_FIREFOX ? "../screenshots/firefox/" : "../screenshots/", import.meta.url).pathname
  mkdirSync(folder, { recursive: true })
  const before = page.viewportSize()
  for (const [nth, { name: view, ...size }] of VIEWS.entries()) {
    await page.setViewportSize(size)
    const themes = THEMES.filter((_, theme) => everyWay || wayOf(name) === nth * 2 + theme)
    for (const colorScheme of themes) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" })
      await page.waitForTimeout(150)
      await page.screenshot({ path: `${folder}${name}-${view}-${colorScheme}.png`, fullPage: true })
      expect(await violationsOn(page), `${name}, ${view}, ${colorScheme}`).toEqual([])
    }
    if (themes.length === 0) await page.waitForTimeout(150)
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(sideways, `${name} scrolls sideways at ${size.width} px`).toBeLessThanOrEqual(0)
  }
  if (before) await page.setViewportSize(before)
  await page.emulateMedia({ colorScheme: "light" })
}
