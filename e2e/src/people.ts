import { api, type Client, createClient } from "@backfill/contract"
import type { Browser, Page } from "playwright-core"
import { newPerson } from "./browser.ts"
import type { Product } from "./product.ts"

/** The API as a browser's own session. */
export async function clientOf(page: Page, url: string): Promise<Client> {
  const cookies = await page.context().cookies()
  return createClient(api, (path, init) => fetch(path, init as RequestInit), url, {
    cookie: cookies.map((c) => `${c.name}=${c.value}`).join("; "),
  })
}

export interface Person {
  name: string
  page: Page
  client: Client
  faults: string[]
}

/** Goes through the first run in a browser and answers the owner. */
export async function setUp(product: Product, browser: Browser): Promise<Person> {
  const { page, faults } = await newPerson(browser)
  await page.goto(product.setUpLink)
  await page.getByText("Hire with a team").click()
  await page.getByLabel("Organisation").fill("Havenlicht")
  await page.getByLabel("Your name").fill("Olga Marin")
  await page.getByLabel("E-mail").fill("olga@havenlicht.example")
  await page.getByLabel("Password").fill("a long enough one")
  await page.locator("form button[type=submit]").click()
  await page.waitForURL("**/openings")
  await page.getByRole("heading", { level: 1 }).waitFor()
  return { name: "Olga Marin", page, faults, client: await clientOf(page, product.url) }
}

/** Opens an invitation in a browser of its own and makes an account from it. */
export async function accept(
  product: Product,
  browser: Browser,
  link: string,
  name: string,
): Promise<Person> {
  const { page, faults } = await newPerson(browser)
  await page.goto(link)
  await page.getByLabel("Your name").fill(name)
  const mail = page.getByLabel("E-mail")
  if (await mail.isVisible())
    await mail.fill(`${name.toLowerCase().replaceAll(/\W+/g, ".")}@havenlicht.example`)
  await page.getByLabel("Password").fill("a long enough one")
  await page.locator("form button[type=submit]").click()
  await page.getByRole("navigation").first().waitFor()
  return { name, page, faults, client: await clientOf(page, product.url) }
}

/** Goes through the first run as somebody who practises alone, up to their home page. */
export async function practiseAlone(page: Page, product: Product): Promise<void> {
  await page.goto(product.setUpLink)
  await page.getByText("Practise by myself").click()
  await page.getByLabel("Your name").fill("Sami Okafor")
  await page.getByLabel("E-mail").fill("sami@home.example")
  await page.getByLabel("Password").fill("a long enough one")
  await page.locator("form button[type=submit]").click()
  await page.waitForURL("**/home")
  // Firefox tells of the address before it has the page.
  await page.getByRole("heading", { level: 1 }).waitFor()
}
