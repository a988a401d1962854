import { api, type Client, createClient } from "@backfill/contract"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { IN_FIREFOX, launch, look, newPerson } from "./browser.ts"
import { type Product, startProduct } from "./product.ts"

let product: Product
let browser: Browser
let page: Page
let faults: string[]
let client: Client
let openingId: string

/** The API as the browser's own session, to find the addresses of what the sample made. */
async function clientOf(of: Page): Promise<Client> {
  const cookies = await of.context().cookies()
  return createClient(api, (url, init) => fetch(url, init as RequestInit), product.url, {
    cookie: cookies.map((c) => `${c.name}=${c.value}`).join("; "),
  })
}

beforeAll(async () => {
  product = await startProduct()
  browser = await launch()
  ;({ page, faults } = await newPerson(browser))
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const open = async (path: string) => {
  // Firefox doesn't tell that a page has loaded all, since it goes on listening for news.
  if (IN_FIREFOX) await page.goto(product.url + path).then(() => page.waitForTimeout(1500))
  else
    await page.goto(product.url + path, { waitUntil: "networkidle" }).catch(() => page.waitForTimeout(1500))
  await page.locator("main").first().waitFor()
}
const idOf = async (name: string) => {
  const board = await client.openings.board({ params: { openingId } })
  return [...board.columns.flatMap((c) => c.cards), ...board.ended.cards].find((c) => c.name === name)
    ?.applicationId as string
}

describe("every page, at two widths, light and dark, checked by axe", () => {
  it("first run", async () => {
    await page.goto(product.setUpLink)
    await page.getByText("Hire with a team").click()
    await look(page, "set-up")
    await page.getByLabel("Organisation").fill("Havenlicht")
    await page.getByLabel("Your name").fill("Olga Marin")
    await page.getByLabel("E-mail").fill("olga@havenlicht.example")
    await page.getByLabel("Password").fill("a long enough one")
    await page.locator("form button[type=submit]").click()
    await page.waitForURL("**/openings")
    await look(page, "openings-empty")
  })
  it("settings and the sample", async () => {
    await open("/settings")
    await look(page, "settings")
    client = await clientOf(page)
    ;({ openingId } = await client.openings.sample({ body: {} }))
  })
  it.each([
    ["openings", "/openings"],
    ["new-opening", "/openings/new"],
    ["people", "/people"],
    ["kits", "/kits"],
    ["kit", "/kits/data-engineer"],
    ["interviews", "/interviews"],
    ["screens", "/screens"],
    ["home", "/home"],
    ["rehearse", "/rehearse"],
    ["rehearse-freely", "/rehearse/tell"],
    ["rehearse-no-takes", "/rehearse/takes"],
    ["jobs", "/jobs"],
    ["nowhere", "/nowhere"],
  ])("%s", async (name, path) => {
    await open(path)
    await look(page, name)
  })
  it("the opening", async () => {
    for (const tab of ["board", "plan", "team", "text"]) {
      await open(`/openings/${openingId}?tab=${tab}`)
      await look(page, `opening-${tab}`)
    }
  })
  it.each([
    ["application-debrief", "Mirela Dobre"],
    ["application-new", "Amélie Fontaine"],
    ["application-human-look", "Tara Whitfield"],
    ["application-offered", "Ilse Vermeulen"],
  ])("%s", async (name, person) => {
    await open(`/applications/${await idOf(person)}`)
    await look(page, name)
  })
  it("what was handed in", async () => {
    await open(`/applications/${await idOf("Ilse Vermeulen")}`)
    await page.getByText("Résumé, letter and answers").click()
    await page.getByRole("group", { name: "Résumé as text" }).waitFor()
    await look(page, "application-handed-in")
  })
  it("debriefs", async () => {
    await open(`/applications/${await idOf("Mirela Dobre")}/stages/4/debrief`)
    await look(page, "debrief")
    await open(`/applications/${await idOf("Owen Pritchard")}/stages/4/debrief`)
    await look(page, "debrief-held")
  })
  it("the console and the scorecard", async () => {
    const { items } = await client.interviews.mine()
    const mine = items.find((i) => i.kind === "interview")
    await open(`/interviews/${mine?.id}`)
    await look(page, "console")
    await open(`/interviews/${mine?.id}/scorecard`)
    await look(page, "scorecard")
  })
  it("practising", async () => {
    const { items } = await client.practice.questions()
    const first = items[0]
    const attempt = await client.practice.start({
      body: { kitId: first?.kitId as string, itemId: first?.id as string, level: "senior" },
    })
    await open(`/practice/${attempt.id}`)
    await look(page, "practice")
  })
  it("a role, applying and a candidate's own page", async () => {
    const { slug } = await client.openings.read({ params: { openingId } })
    await open(`/jobs/${slug}`)
    await look(page, "job")
    await open(`/jobs/${slug}/apply`)
    await look(page, "apply")
    for (const [name, person] of [
      ["candidate", "Leila Haddad"],
      ["candidate-offered", "Ilse Vermeulen"],
    ] as const) {
      const { link } = await client.applications.resendLink({ params: { applicationId: await idOf(person) } })
      await page.goto(link)
      await page.locator("h1").waitFor()
      await page.waitForTimeout(500)
      await look(page, name)
      await page.goto("about:blank")
    }
    await open("/c#not-a-real-token-at-all-but-long-enough")
    await look(page, "candidate-spent")
  })
  it("signed out", async () => {
    await page.context().clearCookies()
    await open("/sign-in")
    await look(page, "sign-in")
  })
  it("nothing went wrong unseen", () => expect(faults).toEqual([]))
})
