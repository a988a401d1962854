import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { applyTo, openRole } from "./applicants.ts"
import { launch, look, newPerson } from "./browser.ts"
import { type Person, setUp } from "./people.ts"
import { type Product, startProduct } from "./product.ts"

/** Pages that people meet once, or only when something is out of the ordinary. */
let product: Product
let browser: Browser
let owner: Person
let stranger: Page
const faults: string[] = []

beforeAll(async () => {
  // Several hundred applicants are several hundred addresses.
  product = await startProduct({ TRUSTED_PROXIES: "127.0.0.1,::1" })
  browser = await launch()
  owner = await setUp(product, browser)
  const person = await newPerson(browser)
  stranger = person.page
  faults.push(...owner.faults, ...person.faults)
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const visit = async (page: Page, path: string) => {
  await page.goto("about:blank")
  await page.goto(path.startsWith("http") ? path : product.url + path)
  await page.locator("h1").first().waitFor()
}
/** The application of this person, or the only one: names are hidden before the résumé is scored. */
const applicationOf = async (openingId: string, name?: string) => {
  const board = await owner.client.openings.board({ params: { openingId } })
  const cards = board.columns.flatMap((c) => c.cards)
  return cards.find((c) => name === undefined || c.name === name)?.applicationId as string
}

describe("coming in", () => {
  it("registers a member, and says what is missing", async () => {
    const { mail: _, ...settings } = await owner.client.accounts.settings()
    await owner.client.accounts.saveSettings({ body: { ...settings, registration: "open" } })
    await visit(stranger, "/register")
    await look(stranger, "register")
    await stranger.locator("form button[type=submit]").click()
    await stranger
      .getByText(/Ten|characters/)
      .first()
      .waitFor()
    await look(stranger, "register-missing")
  })
  it("shows an invitation, and one that was used", async () => {
    const { link, invitation } = await owner.client.accounts.invite({
      body: { email: "rina@havenlicht.example", roles: ["recruiter", "hiring-manager", "interviewer"] },
    })
    await visit(stranger, link)
    await stranger.getByLabel("Your name").waitFor()
    await look(stranger, "invitation")
    await visit(owner.page, "/people")
    await owner.page.getByText("rina@havenlicht.example").waitFor()
    await look(owner.page, "people-invited")
    await owner.client.accounts.revokeInvitation({ params: { invitationId: invitation.id } })
    await visit(stranger, link)
    await stranger.getByText("This invitation was used").waitFor()
    await look(stranger, "invitation-spent")
  })
  it("takes a new password, and no spent link", async () => {
    const accountId = (await owner.client.accounts.session()).account?.id as string
    const { link } = await owner.client.accounts.resetLink({ params: { accountId } })
    await visit(stranger, link)
    await look(stranger, "reset")
    await owner.client.accounts.resetLink({ params: { accountId } })
    await stranger.getByLabel("New password").fill("another long one")
    await stranger.locator("form button[type=submit]").click()
    await stranger.getByText("This link was used").waitFor()
    await look(stranger, "reset-spent")
  })
  it("says times in the account's zone, wherever the browser thinks it is", async () => {
    const { account } = await owner.client.accounts.session()
    const { version } = await owner.client.accounts.updateOwn({
      body: { timeZone: "Asia/Tokyo", version: account?.version as number },
    })
    await visit(owner.page, "/people")
    await owner.page.getByRole("button", { name: "Change Olga Marin" }).click()
    await owner.page.getByRole("button", { name: /Make a link/ }).click()
    await owner.page.getByText("your time (Tokyo)").waitFor()
    await look(owner.page, "account-dialog")
    await owner.client.accounts.updateOwn({ body: { timeZone: "Europe/Amsterdam", version } })
  })
  it("refuses a wrong password in a sentence", async () => {
    await visit(stranger, "/sign-in")
    await stranger.getByLabel("E-mail").fill("olga@havenlicht.example")
    await stranger.getByLabel("Password").fill("not this one")
    await stranger.locator("form button[type=submit]").click()
    await stranger.getByRole("alert").waitFor()
    expect(await stranger.getByLabel("E-mail").inputValue()).toBe("olga@havenlicht.example")
    await look(stranger, "sign-in-refused")
  })
})

describe("a candidate's own things", () => {
  let openingId: string
  let link: string
  const give = async (exerciseId: string) =>
    owner.client.attempts.schedule({
      params: { applicationId: await applicationOf(openingId) },
      body: { exerciseId, availableFrom: null },
    })
  const grant = async (timeFactor: 1 | 1.5 | null) => {
    const applicationId = await applicationOf(openingId)
    const { version } = await owner.client.applications.read({ params: { applicationId } })
    await owner.client.applications.decideAdjustments({
      params: { applicationId },
      body: { granted: ["extra-time"], timeFactor, answer: "Gladly; every clock follows.", version },
    })
  }
  const start = async (attemptId: string) => {
    await visit(stranger, `/c/exercises/${attemptId}`)
    await stranger.getByRole("button", { name: "Start the exercise" }).click()
    await stranger
      .getByRole("dialog")
      .getByRole("button", { name: /^Start/ })
      .click()
    await stranger.getByRole("button", { name: /Hand in|I’m done/ }).waitFor()
  }

  beforeAll(async () => {
    const role = await openRole(owner.client, { title: "Data engineer, pipelines" })
    openingId = role.openingId
    link = await applyTo(product.url, role.slug, {
      name: "Mirela Dobre",
      email: "mirela@mail.example",
      adjustments: { kinds: ["extra-time"], note: "Half as much time again lets me read normally." },
    })
    await grant(1.5)
  })

  it("shows an exercise before, while and after it runs, with half as much time again", async () => {
    const { id } = await give("pipeline-health")
    await visit(stranger, link)
    await stranger.locator("h1").filter({ hasText: "Mirela" }).waitFor()
    await visit(stranger, `/c/exercises/${id}`)
    await stranger.getByText("Start the exercise").waitFor()
    await look(stranger, "exercise-before")
    await start(id)
    expect(await stranger.getByRole("timer").innerText()).toMatch(/^(30:00|29:\d\d)$/)
    await stranger
      .getByLabel("Your answer")
      .fill("The load failed quietly: the count fell by a third at ten past three.")
    await stranger.getByText("Saved").first().waitFor()
    await look(stranger, "exercise-notes")
    await stranger.getByRole("button", { name: "Hand in" }).click()
    await stranger.getByRole("dialog").waitFor()
    await look(stranger, "exercise-hand-in")
    await stranger.getByRole("dialog").getByRole("button", { name: "Hand it in" }).click()
    await stranger
      .getByText(/handed in/i)
      .first()
      .waitFor()
    await look(stranger, "exercise-after")
  })
  it("shows an exercise with a file, and one without a limit", async () => {
    await grant(null)
    const { id } = await give("modelling-presentation")
    await start(id)
    await stranger.getByText("No time limit").waitFor()
    await stranger.getByLabel("Your file").setInputFiles({
      name: "a-model-i-built-and-what-became-of-it-in-the-second-year.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from("%PDF-1.4\n"),
    })
    await stranger.getByRole("list", { name: "Files that have arrived" }).waitFor()
    await look(stranger, "exercise-upload")
  })
  it("asks before withdrawing and erasing", async () => {
    await visit(stranger, "/c")
    await stranger.getByText("Yours to decide").waitFor()
    await stranger.getByRole("button", { name: /^Withdraw/ }).click()
    await stranger.getByRole("alertdialog").waitFor()
    await look(stranger, "candidate-withdraw")
    await stranger.getByRole("button", { name: "Stay in" }).click()
    await stranger.getByRole("button", { name: /^Erase my data/ }).click()
    await stranger.getByText("Removed for good").waitFor()
    await look(stranger, "candidate-erase")
    await stranger.getByLabel(/^Type/).fill("erase")
    await stranger.getByRole("button", { name: "Erase for good" }).click()
    await stranger
      .getByRole("heading", { level: 1 })
      .filter({ hasText: /erased/i })
      .waitFor()
    await look(stranger, "candidate-erased")
  })
})

describe("an opening", () => {
  it("fits six stages at 1440, and lists several hundred people", async () => {
    const { openingId, slug } = await openRole(owner.client, { title: "Data engineer, port calls" })
    const numbers = Array.from({ length: 320 }, (_, n) => n)
    while (numbers.length > 0)
      await Promise.all(
        numbers
          .splice(0, 8)
          .map((n) =>
            applyTo(
              product.url,
              slug,
              { name: `Applicant Number ${n + 1}`, email: `n${n}@mail.example` },
              `10.1.${n >> 7}.${n & 127}`,
            ),
          ),
      )
    await visit(owner.page, `/openings/${openingId}`)
    await owner.page.getByRole("row").nth(50).waitFor()
    await look(owner.page, "full-list")
    await visit(owner.page, `/openings/${openingId}?view=board`)
    await owner.page
      .getByRole("button", { name: /more of/ })
      .first()
      .waitFor()
    await look(owner.page, "full-board")
    const stages = owner.page.getByRole("region", { name: "Applications by stage" })
    expect(await stages.evaluate((frame) => frame.scrollWidth - frame.clientWidth)).toBeLessThanOrEqual(0)
  })
  it("shows the sample coming, then asks why a locked plan changes", async () => {
    const { page } = owner
    await visit(page, "/settings")
    // The answer waits until the pictures are taken.
    let seen = () => {}
    const pictured = new Promise<void>((resolve) => (seen = resolve))
    await page.route("**/api/sample", async (route) => {
      if (route.request().method() !== "POST") return route.continue()
      const response = await route.fetch({ timeout: 120_000 })
      await pictured
      return route.fulfill({ response })
    })
    await page.getByRole("button", { name: "Fill a sample opening" }).click()
    await page.getByText(/^[1-9]\d* of/).waitFor()
    await look(page, "sample-coming")
    seen()
    await page.waitForURL(/\/openings\/[0-9a-f-]{36}/, { timeout: 120_000 })
    await page.getByRole("link", { name: "Plan" }).click()
    const weight = page.getByLabel("Weight of Data orchestration")
    await weight.fill("11")
    await weight.press("Tab")
    await page.getByText(/not saved/).waitFor()
    await look(page, "plan-unsaved")
    await page.getByRole("button", { name: "Save as a new version" }).click()
    await page.getByRole("dialog").waitFor()
    await look(page, "plan-why")
    await page.getByRole("button", { name: "Leave it" }).click()
    await page.getByRole("button", { name: "Discard my changes" }).click()
  })
})

describe("the console's clock", () => {
  const planned = async () =>
    (await owner.client.interviews.mine()).items.filter(
      (i) => i.kind === "interview" && i.state === "planned",
    )
  it("turns five minutes before the end", async () => {
    const [first] = await planned()
    const page = await owner.page.context().newPage()
    await page.clock.install()
    await page.goto(`${product.url}/interviews/${first?.id}`)
    await page.getByRole("button", { name: /Start the round/ }).click()
    await page.clock.fastForward(((first?.minutes ?? 0) - 4.5) * 60_000)
    await page
      .getByText(/^4:[0-3]\d$/)
      .first()
      .waitFor()
    await page.clock.resume()
    await look(page, "console-five-left")
    await page.close()
  })
  it("counts up where there is no limit", async () => {
    const left = (await planned())[0]
    const { items } = await owner.client.openings.list()
    const openingId = items.find(({ title }) => title === left?.openingTitle)?.id as string
    const applicationId = await applicationOf(openingId, left?.candidate)
    const { version } = await owner.client.applications.read({ params: { applicationId } })
    await owner.client.applications.decideAdjustments({
      params: { applicationId },
      body: { granted: ["extra-time"], timeFactor: null, answer: "No clock for you.", version },
    })
    await visit(owner.page, `/interviews/${left?.id}`)
    await owner.page.getByText("no time limit").waitFor()
    await owner.page.getByRole("button", { name: /Start the round/ }).click()
    await owner.page.getByText("so far").waitFor()
    await look(owner.page, "console-no-limit")
  })
})

describe("when something isn't there", () => {
  it("says so for an address, a record and a role", async () => {
    const nobody = "00000000-0000-4000-8000-000000000000"
    await visit(owner.page, `/applications/${nobody}`)
    await look(owner.page, "application-missing")
    await visit(owner.page, `/openings/${nobody}`)
    await look(owner.page, "opening-missing")
    await visit(stranger, "/jobs/no-such-role")
    await look(stranger, "job-missing")
  })
  it("says so when the server can't be reached, and comes back by itself", async () => {
    await visit(owner.page, "/people")
    await owner.page.waitForTimeout(3000)
    await product.kill("SIGKILL")
    await owner.page.getByRole("link", { name: "Openings" }).first().click()
    await owner.page.getByText("The server can’t be reached").waitFor({ timeout: 30_000 })
    await look(owner.page, "unreachable")
    await product.restart()
    // Nobody has to press anything: the line is taken up and what is shown is read again.
    await owner.page.getByRole("table").waitFor()
  })
  it("nothing went wrong unseen", () => expect(faults).toEqual([]))
})
