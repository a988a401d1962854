import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { launch, look, newPerson } from "./browser.ts"
import { startGallery } from "./gallery.ts"

let gallery: Awaited<ReturnType<typeof startGallery>>
let browser: Browser
beforeAll(async () => {
  gallery = await startGallery()
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await gallery?.stop()
})

const WIDE = { width: 1440, height: 900 }
const NARROW = { width: 390, height: 844 }

async function editor(text?: string, viewport = WIDE): Promise<{ page: Page; faults: string[] }> {
  const { page, faults } = await newPerson(browser, { viewport, reducedMotion: "reduce" })
  await page.goto(
    `${gallery.url}/gallery/story${text === undefined ? "" : `?text=${encodeURIComponent(text)}`}`,
  )
  await area(page).waitFor()
  return { page, faults }
}
const area = (page: Page) => page.getByRole("textbox", { name: "Your story" })
const questions = (page: Page) => page.locator("[data-question]")
/** The words that are underlined for a hint. */
const underlined = async (page: Page, id: string) =>
  (await page.locator(`[data-hints~="${id}"]`).allTextContents()).join("")
const caret = (page: Page) => area(page).evaluate((own) => (own as HTMLTextAreaElement).selectionStart)

describe("the story editor", () => {
  it("underlines the words and asks beside them, by keyboard alone", async () => {
    const { page, faults } = await editor()
    await questions(page).nth(2).waitFor()
    expect(await questions(page).count()).toBe(3)
    expect(await underlined(page, "vague-we")).toBe(
      "We found that two columns had changed places, we put them back, and we loaded the zones of both towns again.",
    )
    // Each question stands beside its sentence, none over another.
    const boxes = await questions(page).evaluateAll((all) =>
      all.map((one) => ({
        id: one.getAttribute("data-question"),
        top: one.closest("li")?.getBoundingClientRect().top ?? 0,
        bottom: one.closest("li")?.getBoundingClientRect().bottom ?? 0,
      })),
    )
    for (const [i, { top }] of boxes.entries()) expect(top).toBeGreaterThan(boxes[i - 1]?.bottom ?? 0)
    const sentence = await page.locator('[data-hints~="vague-we"]').first().boundingBox()
    const beside = boxes.find(({ id }) => id === "vague-we")
    expect(Math.abs((sentence?.y ?? 0) - (beside?.top ?? 999))).toBeLessThan(30)

    // From the text to the next question, back to its sentence, on to the one after.
    await area(page).focus()
    await page.keyboard.press("Control+Home")
    const order = boxes.map(({ id }) => id)
    await page.keyboard.press("Control+.")
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("data-question")))
      .toBe(order[0])
    await page.keyboard.press("j")
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("data-question")))
      .toBe(order[1])
    expect(order[1]).toBe("vague-we")
    await page.keyboard.press("Escape")
    const text = await area(page).inputValue()
    expect(text.slice(0, await caret(page)).endsWith("the zones of both towns again.")).toBe(true)

    // Set aside with a reason, and it stays so while its sentence is edited.
    await page.keyboard.press("Control+.")
    await page.keyboard.press("k")
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("data-question")))
      .toBe("vague-we")
    await page.keyboard.press("d")
    await page.getByRole("dialog").waitFor()
    await page.getByLabel("Another reason").check({ force: true })
    await page.getByRole("button", { name: "Set aside" }).click()
    await page.getByText("Say in a few words why").waitFor()
    await page.getByLabel("In your own words").fill("There were only the two of us")
    await page.getByRole("button", { name: "Set aside" }).click()
    await page.getByRole("dialog").waitFor({ state: "detached" })
    await expect.poll(() => underlined(page, "vague-we")).toBe("")
    await area(page).focus()
    const at = text.indexOf("two columns had") + "two columns".length
    await area(page).evaluate((own, to) => (own as HTMLTextAreaElement).setSelectionRange(to, to), at)
    await page.keyboard.type(" of the zones")
    await page.waitForTimeout(900)
    expect(await underlined(page, "vague-we")).toBe("")

    // The list of what was set aside gives it back.
    await page.getByText("One question set aside").click()
    await page.getByText("There were only the two of us").waitFor()
    await page.getByRole("button", { name: "Ask again: Told as “we”" }).click()
    await expect.poll(() => underlined(page, "vague-we")).toContain("two columns of the zones had")
    expect(faults).toEqual([])
  })

  it("keeps the browser’s undo, and marks in their place while it reads", async () => {
    const { page } = await editor()
    await questions(page).nth(2).waitFor()
    const before = await area(page).inputValue()
    await area(page).focus()
    await page.keyboard.press("Control+Home")
    await page.keyboard.type("So. ")
    expect(await underlined(page, "vague-we")).toMatch(/^We found .* again\.$/)
    await page.keyboard.press("Control+End")
    await page.keyboard.type(" Indeed.")
    expect(await area(page).inputValue()).toBe(`So. ${before} Indeed.`)
    for (let i = 0; i < 20 && (await area(page).inputValue()) !== before; i++)
      await page.keyboard.press("Control+z")
    expect(await area(page).inputValue()).toBe(before)
    for (let i = 0; i < 20; i++) await page.keyboard.press("Control+Shift+z")
    expect(await area(page).inputValue()).toBe(`So. ${before} Indeed.`)
  })

  it("breaks the lines of both layers alike, so that underlines stay under their words", async () => {
    const awkward = [
      "A word  with two  spaces, a tab\there, and trailing ones   ",
      "",
      "Averyveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryverylongwordthatcan’tstand “quoted”, fi fl ffi, 1,000 — ½ 😀 naïve.",
      "",
      ...Array.from(
        { length: 30 },
        (_, n) => `Line ${n} ${"is so long that it has to be broken somewhere ".repeat(3)}`,
      ),
      "",
    ].join("\n")
    for (const viewport of [WIDE, NARROW, { width: 777, height: 900 }]) {
      const { page } = await editor(awkward, viewport)
      await page.waitForTimeout(400)
      // The textarea's own height of its text, without the height that the layer below gives it.
      const { typed, marked } = await area(page).evaluate((own) => {
        own.style.height = "0"
        const typed = own.scrollHeight
        own.style.height = ""
        return { typed, marked: own.previousElementSibling?.clientHeight ?? 0 }
      })
      expect(marked, `${viewport.width} px`).toBe(typed)
      expect(typed).toBeGreaterThan(600)
      await page.close()
    }
  })

  it("shows the parts in proportion and lights their sentences", async () => {
    const { page } = await editor()
    const band = page.getByRole("button", { name: /^Action: \d+ words in \d+ sentences/ })
    await band.focus()
    await expect
      .poll(() =>
        page
          .locator("[data-run].bg-wash")
          .allTextContents()
          .then((all) => all.join(" ")),
      )
      .toContain("We bought seven trial tickets")
    await page.keyboard.press("Tab")
    await expect
      .poll(() =>
        page
          .locator("[data-run].bg-wash")
          .allTextContents()
          .then((all) => all.join(" ")),
      )
      .toContain("By 03:25")
    await page.getByText(/^\d+ words, 1 min \d+ s to 1 min \d+ s$/).waitFor()
    await page.getByText("doesn’t add up: that is 60 % less, the text says 70 %").waitFor()
    expect(await page.getByText(/\bscore\b|\d+ ?\/ ?10|points/i).count()).toBe(0)
  })

  it("answers calmly to what is no story, and asks nothing of an empty page", async () => {
    const code =
      "select day, count(*)\nfrom rides\nwhere day > 1\n  and zone in (1, 2, 3)\ngroup by day\norder by 1;"
    const german =
      "Am Montag rief mich die Leiterin an, weil der Bericht leer war. Ich habe die Tabelle geprüft und den Lauf noch einmal gestartet. Danach war alles wieder da und niemand hat es gemerkt."
    for (const text of [code, german]) {
      const { page } = await editor(text)
      await page.getByText("This doesn’t read as a story", { exact: true }).waitFor()
      expect(await questions(page).count()).toBe(0)
      await page.close()
    }
    const { page } = await editor("")
    await page.getByText("What keeps it from coming back?").waitFor()
    await look(page, "story-editor-empty")
  })

  it("takes a megabyte without holding up the page", async () => {
    const { page, faults } = await editor()
    await questions(page).first().waitFor()
    await area(page).focus()
    await page.keyboard.press("Control+a")
    const took = await area(page).evaluate((own) => {
      const began = performance.now()
      document.execCommand("insertText", false, "A log of words that nobody tells. ".repeat(31_000))
      own.getBoundingClientRect()
      return performance.now() - began
    })
    expect(took).toBeLessThan(5_000)
    await page.getByText("Longer than anybody tells").waitFor()
    const next = await page.evaluate(() => {
      const began = performance.now()
      document.execCommand("insertText", false, "x")
      return performance.now() - began
    })
    expect(next).toBeLessThan(1_000)
    await page.keyboard.press("Control+a")
    await page.keyboard.type("Gone again.")
    expect(await area(page).inputValue()).toBe("Gone again.")
    expect(faults).toEqual([])
  })

  it("types within a frame: less than a loop of the coach’s kind of work", async () => {
    const { page } = await editor()
    await questions(page).first().waitFor()
    await area(page).focus()
    await page.keyboard.press("Control+End")
    const { typing, loop } = await page.evaluate(async () => {
      const calibration = () => {
        const counts = new Map<string, number>()
        for (let i = 0; i < 150_000; i++) {
          const key = `c ${"Last spring the nightly load began".charAt(i % 30)} ${i % 1_000}`
          counts.set(key, (counts.get(key) ?? 0) + 1)
        }
      }
      const timed = (work: () => unknown) => {
        const began = performance.now()
        work()
        return performance.now() - began
      }
      const middle = (values: number[]) =>
        values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
      const [typing, loop]: number[][] = [[], []]
      for (let i = 0; i < 60; i++) {
        // The key, what it renders, and the lines it breaks anew.
        typing?.push(
          timed(() => {
            document.execCommand("insertText", false, i % 6 === 5 ? " " : "n")
            document.body.getBoundingClientRect()
          }),
        )
        loop?.push(timed(calibration))
        await new Promise((resolve) => requestAnimationFrame(resolve))
      }
      return { typing: middle(typing ?? []), loop: middle(loop ?? []) }
    })
    expect(typing / loop, `${typing} ms a key, ${loop} ms a loop`).toBeLessThan(1)
  })

  it("loads the coach on this page only", async () => {
    const { page } = await newPerson(browser)
    const scripts: string[] = []
    page.on("response", (response) => scripts.push(new URL(response.url()).pathname))
    await page.goto(`${gallery.url}/gallery`)
    await page.getByRole("main").waitFor()
    await page.waitForLoadState("networkidle")
    expect(scripts.filter((path) => path.includes("reader.worker"))).toEqual([])
    await page.goto(`${gallery.url}/gallery/story`)
    await questions(page).first().waitFor()
    expect(scripts.filter((path) => path.includes("reader.worker"))).toHaveLength(1)
  })

  it("asks in a sheet where there is no margin, and passes axe", async () => {
    const { page, faults } = await editor(undefined, NARROW)
    const sheet = page.getByRole("region", { name: "Questions about this draft" })
    await sheet.getByText("Question 1 of 3").waitFor()
    await sheet.getByRole("button", { name: "Next" }).click()
    await sheet.getByText("Question 2 of 3").waitFor()
    // Its sentence comes into sight above the sheet.
    const shown = await sheet.locator("[data-question]").getAttribute("data-question")
    const sentence = await page.locator(`[data-hints~="${shown}"]`).last().boundingBox()
    const cover = await sheet.boundingBox()
    expect((sentence?.y ?? 0) + (sentence?.height ?? 0)).toBeLessThan(cover?.y ?? 0)
    expect(sentence?.y ?? -1).toBeGreaterThan(0)
    expect(await questions(page).count()).toBe(1)
    await sheet.getByRole("button", { name: "Fold away" }).click()
    expect(await questions(page).count()).toBe(0)
    await sheet.getByRole("button", { name: "Show" }).click()
    await questions(page).first().click()
    expect(await area(page).evaluate((own) => own === document.activeElement)).toBe(true)
    await page.getByRole("status").getByText("3 questions about this draft.").waitFor({ state: "attached" })
    await look(page, "story-editor")
    expect(faults).toEqual([])
  })
})
