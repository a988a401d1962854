import { chmod, cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { fileURLToPath } from "node:url"
import { join } from "node:path"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { launch, look } from "./browser.ts"
import { accept, type Person, setUp } from "./people.ts"
import { type Product, startProduct } from "./product.ts"

const KIT = "/kits/data-engineer"
const FIXTURE = fileURLToPath(new URL("../../kits/fixture", import.meta.url))
/** A kit of our own, to be edited while an opening holds on to it. */
let own: string
let product: Product
let browser: Browser
let owner: Person
let interviewer: Person
let page: Page
/** The kit's first question, and the one with the longest way down the page. */
let question: { id: string; title: string; question: string }
beforeAll(async () => {
  own = await mkdtemp(join(tmpdir(), "backfill-kit-"))
  await chmod(own, 0o755)
  await cp(FIXTURE, own, { recursive: true })
  product = await startProduct({ BACKFILL_KITS: own })
  browser = await launch()
  owner = await setUp(product, browser)
  page = owner.page
  const invitation = await owner.client.accounts.invite({ body: { roles: ["interviewer"] } })
  interviewer = await accept(product, browser, invitation.link, "Lucía Prado")
  const kit = await owner.client.kits.read({ params: { kitId: "data-engineer" } })
  const found = kit.questions.find(({ samples, audience }) => samples.length >= 3 && audience === "both")
  if (!found) throw new Error("the kit has no question with samples")
  question = found
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
  await rm(own, { recursive: true, force: true })
})

const open = async (path: string, on: Page = page) => {
  await on.goto(product.url + path)
  await on.locator("[data-book-title]").first().waitFor()
}
const topOf = (id: string) =>
  page.locator(`#${id}`).evaluate((part) => Math.round(part.getBoundingClientRect().top))
const at = (key: string) => new URL(page.url()).searchParams.get(key)

describe("the kit as a book", () => {
  it.each([
    ["kit-overview", ""],
    ["kit-framework", "?at=framework"],
    ["kit-rounds", "?at=rounds"],
    ["kit-resume", "?at=resume"],
    ["kit-form", "?at=form"],
    ["kit-guide", "?at=guide/interviewer"],
    ["kit-exercise", "?at=exercise/late-revenue-model"],
    ["kit-competency", "?at=competency/streaming-architecture"],
  ])("%s", async (name, search) => {
    await open(KIT + search)
    await look(page, name)
  })

  it("shows a question, and turns its pages by key", async () => {
    await open(`${KIT}?at=question/${question.id}`)
    await look(page, "kit-question")
    const here = await page.title()
    await page.keyboard.press("n")
    await expect.poll(() => at("at")).not.toBe(`question/${question.id}`)
    await expect.poll(() => page.title()).not.toBe(here)
    expect(await page.evaluate(() => document.activeElement?.hasAttribute("data-book-title"))).toBe(true)
    await page.keyboard.press("p")
    await expect.poll(() => at("at")).toBe(`question/${question.id}`)
  })

  it("changes the level in place: in the address, in the text, and without losing the place", async () => {
    await open(`${KIT}?at=resume&level=senior`)
    const parts = await page.locator("[data-part]").evaluateAll((all) => all.map(({ id }) => id))
    // Not among the last: a page that became shorter can't be scrolled past its end.
    const low = parts.at(3) ?? ""
    await page.locator(`#${low}`).evaluate((part) => part.scrollIntoView({ block: "start" }))
    const before = await topOf(low)
    const text = await page.locator("article").innerText()
    await page.keyboard.press("4")
    await expect.poll(() => at("level")).toBe("principal")
    expect(await page.locator("article").innerText()).not.toBe(text)
    expect(Math.abs((await topOf(low)) - before)).toBeLessThanOrEqual(1)
    await page.getByRole("radio", { name: "junior" }).check({ force: true })
    await expect.poll(() => at("level")).toBe("junior")
    expect(Math.abs((await topOf(low)) - before)).toBeLessThanOrEqual(1)
    await page.reload()
    await page.locator("[data-book-title]").first().waitFor()
    expect(await page.getByRole("radio", { name: "junior" }).isChecked()).toBe(true)
  })

  it("finds words anywhere by keyboard alone, and shows them where they stand", async () => {
    await open(KIT)
    await page.keyboard.press("/")
    await page.keyboard.type("watermark")
    const hits = page.getByRole("option")
    await hits.first().waitFor()
    expect(await hits.first().locator("mark").count()).toBeGreaterThan(0)
    await look(page, "kit-search")
    // Looking at the narrow page has hidden the field meanwhile.
    await page.getByRole("combobox").focus()
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("ArrowUp")
    await page.keyboard.press("Enter")
    await page.getByText(/Marked here/).waitFor()
    expect(await page.evaluate(() => CSS.highlights.get("kit-found")?.size ?? 0)).toBeGreaterThan(0)
    await page.keyboard.press("/")
    await page.keyboard.press("Escape")
    await expect.poll(() => at("q")).toBeNull()
    expect(await page.evaluate(() => CSS.highlights.has("kit-found"))).toBe(false)
  })

  it("lets one guess before it tells what a sample was written for", async () => {
    await open(`${KIT}?at=question/${question.id}`)
    const samples = page.locator("#samples details")
    const count = await samples.count()
    expect(count).toBeGreaterThanOrEqual(3)
    for (let n = 0; n < count; n++) {
      const sample = samples.nth(n)
      await sample.locator("summary").click()
      expect(await sample.innerText()).not.toContain("written for")
      await sample.getByRole("group").getByRole("button", { name: "3" }).click()
      await sample.getByText(/written for/).waitFor()
    }
    await page.getByText(/as the kit has them/).waitFor()
    await look(page, "kit-calibrated")
  })
})

describe("flags", () => {
  it("are made while reading, name nobody, and stand beside the question for the kit's authors", async () => {
    const reader = interviewer.page
    await open(`${KIT}?at=question/${question.id}`, reader)
    await reader.keyboard.press("f")
    const dialog = reader.getByRole("dialog")
    await dialog.getByText("Leaked").click()
    await dialog.getByText(/Name no candidate/).waitFor()
    await dialog.getByLabel(/A word on it/).fill("Two answers were the same, word for word.")
    await look(reader, "kit-flagging")
    await dialog.getByRole("button", { name: "Flag it" }).click()
    await reader.getByRole("button", { name: "Take it back" }).waitFor()

    await open(`${KIT}?at=question/${question.id}`)
    await page.getByText("Two answers were the same, word for word.").waitFor()
    await look(page, "kit-flag")
    await page.getByRole("button", { name: "Close with a word" }).click()
    await page.getByLabel(/What was done/).fill("Reworded for 1.0.1.")
    await page.getByRole("button", { name: "Close the flag" }).click()
    await page.getByRole("dialog").waitFor({ state: "hidden" })
    await open(`${KIT}?at=flags`)
    await page.getByText("Reworded for 1.0.1.").waitFor()
    await look(page, "kit-flags")
    await open(`${KIT}?at=flags`, reader)
    await reader.getByText("Reworded for 1.0.1.").waitFor()
  })

  it("are made in the talk and can be taken back there", async () => {
    await owner.client.openings.sample({ body: {} })
    const { items } = await owner.client.interviews.mine()
    const round = items.find(({ kind, mine }) => kind === "interview" && mine === "to-do")
    await page.goto(`${product.url}/interviews/${round?.id}`)
    await page.getByRole("button", { name: "Start the round" }).click()
    await page.getByRole("button", { name: "Next question" }).click()
    const flagIt = page.getByRole("button", { name: /^Flag this/ })
    await flagIt.click()
    await page.getByRole("dialog").getByText("Unclear").click()
    await page.getByRole("dialog").getByRole("button", { name: "Flag it" }).click()
    await page.getByText(/You flagged it: unclear/).waitFor()
    await look(page, "kit-flag-in-round")
    await page.getByRole("button", { name: "Take it back" }).click()
    await page.getByText(/You flagged it/).waitFor({ state: "hidden" })
  })
})

describe("a pinned kit", () => {
  it("is read from its opening, at the opening's level", async () => {
    const opening = (await owner.client.openings.list()).items[0]
    await page.goto(`${product.url}/openings/${opening?.id}`)
    await page.getByRole("link", { name: /^Kit / }).click()
    await page.waitForURL("**/kit")
    await page.getByText(/As pinned/).waitFor()
    expect(await page.getByRole("radio", { name: opening?.level ?? "", exact: true }).isChecked()).toBe(true)
    await page.getByRole("link", { name: "What changed since" }).first().click()
    await page.getByRole("heading", { name: "Nothing has changed since" }).waitFor()
    await look(page, "kit-pinned")
  })

  it("stays as it was while the one on disk is edited, and says what changed in words", async () => {
    const { id } = await owner.client.openings.create({
      body: { kitId: "fixture", level: "mid", title: "Data engineer", location: "", description: "Ours." },
    })
    const edit = async (file: string, from: string, to: string) => {
      const text = await readFile(join(own, file), "utf8")
      expect(text).toContain(from)
      await writeFile(join(own, file), text.replace(from, to))
    }
    await edit("kit.yaml", "version: 1.0.0", "version: 1.1.0")
    await edit("questions/rerun-a-load.yaml", "broke half-way", "stopped half-way")
    await edit(
      "questions/rerun-a-load.yaml",
      "What would have made this boring?",
      "What would make this dull?",
    )
    const address = `/openings/${id}/kit`
    await expect
      .poll(async () => (await owner.client.kits.changes({ params: { openingId: id } })).now?.version, {
        timeout: 10_000,
      })
      .toBe("1.1.0")
    await open(address)
    await page.getByRole("link", { name: /has changed since: 1 changed/ }).click()
    await page.getByRole("heading", { name: /The kit on disk has changed/ }).waitFor()
    await page.getByText(/broke half-way.*stopped half-way/).waitFor()
    await page.getByText("not comparable", { exact: true }).waitFor()
    await look(page, "kit-changes")
    await page.locator("article").getByRole("link").first().click()
    await page
      .getByText(/broke half-way/)
      .first()
      .waitFor()
  })
})

describe("on paper", () => {
  /** From 0 for black to 1 for white, of a colour as the browser writes it. */
  const lightness = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number)
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255
  }
  const pagesOf = (pdf: Buffer) => (pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? []).length

  it("a question is one sheet", async () => {
    await open(`${KIT}?at=question/${question.id}`)
    expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(1)
  })

  it.each([
    "",
    "?at=framework",
    "?at=rounds",
    "?at=resume",
    "?at=form",
    "?at=guide/interviewer",
    "?at=exercise/late-revenue-model",
    "?at=competency/streaming-architecture",
    "?at=question/choosing-the-grain",
  ])("a page leaves what is for the screen behind, and is dark on white: %s", async (search) => {
    await page.emulateMedia({ media: "screen", colorScheme: "dark" })
    await open(KIT + search)
    await page.emulateMedia({ media: "print", colorScheme: "dark" })
    expect(await page.locator("button, input, summary, nav").filter({ visible: true }).count()).toBe(0)
    const words = page.locator("[data-kit] :is(p, td, li)").filter({ visible: true })
    const inks = await words.evaluateAll((all) =>
      all.map((one) => [getComputedStyle(one).color, getComputedStyle(document.body).backgroundColor]),
    )
    expect(inks.length).toBeGreaterThan(3)
    for (const [ink = "", paper = ""] of new Set(inks)) {
      expect(lightness(ink), ink).toBeLessThan(0.5)
      expect(lightness(paper), paper).toBeGreaterThan(0.99)
    }
    await page.emulateMedia({ media: "screen", colorScheme: "light" })
  })

  it("a criterion brings its five anchors, and the framework every cell", async () => {
    await open(`${KIT}?at=resume`)
    await page.emulateMedia({ media: "print" })
    const { resumeCriteria, competencies } = await owner.client.kits.read({
      params: { kitId: "data-engineer" },
    })
    for (const { anchors } of resumeCriteria)
      for (const anchor of Object.values(anchors))
        expect(
          await page.getByText(anchor.replaceAll(/\s+/g, " ").trim()).filter({ visible: true }).count(),
        ).toBe(1)
    await page.emulateMedia({ media: "screen" })
    await open(`${KIT}?at=framework`)
    await page.emulateMedia({ media: "print" })
    const text = (await page.locator("[data-kit] table").filter({ visible: true }).innerText()).replaceAll(
      /\s+/g,
      " ",
    )
    for (const { levels, definition } of competencies)
      for (const cell of levels ? Object.values(levels) : [definition])
        expect(text).toContain(cell.replaceAll(/\s+/g, " ").trim())
    await page.emulateMedia({ media: "screen" })
  })

  it("the whole kit is a booklet without what is only for the screen", async () => {
    await page.goto(`${product.url}${KIT}/booklet?level=senior`)
    await page.getByRole("button", { name: "Print" }).waitFor()
    const { questions, exercises } = await owner.client.kits.read({ params: { kitId: "data-engineer" } })
    const pages = pagesOf(await page.pdf({ preferCSSPageSize: true }))
    expect(pages).toBeGreaterThan(questions.length + exercises.length)
    expect(pages).toBeLessThan(questions.length + 6 * exercises.length + 20)
    await page.emulateMedia({ media: "print" })
    expect(await page.getByRole("button", { name: "Print" }).isVisible()).toBe(false)
    expect(await page.getByRole("navigation").first().isVisible()).toBe(false)
    await page.emulateMedia({ media: "screen" })
  })
})

describe("someone who practises", () => {
  it("reads the kit without what is for panels", async () => {
    const { link } = await owner.client.accounts.invite({ body: { roles: ["member"] } })
    const member = await accept(product, browser, link, "Mina Holt")
    await member.page.getByRole("navigation").getByRole("link", { name: "Kits" }).click()
    await member.page.getByRole("link", { name: "Data engineer" }).click()
    await member.page.locator("[data-book-title]").first().waitFor()
    await look(member.page, "kit-member")
    const text = await member.page.locator("body").innerText()
    expect(text).not.toMatch(/Interviewer|flag/i)
    expect(member.faults).toEqual([])
  })

  it("leaves no error unseen", () => expect([...owner.faults, ...interviewer.faults]).toEqual([]))
})
