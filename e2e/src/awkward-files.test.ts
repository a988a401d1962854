import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { openRole } from "./applicants.ts"
import { launch, look, newPerson } from "./browser.ts"
import { setUp } from "./people.ts"
import { type Product, startProduct } from "./product.ts"

/** Résumés that can't be taken, or can't be read: a sentence says so, and nothing that was typed goes. */
let product: Product
let browser: Browser
let page: Page
let faults: string[]

const TYPED = {
  Name: "Mirela Dobre",
  "E-mail": "mirela@mail.example",
  "Résumé as text": "Runs the port-call stream.",
}

beforeAll(async () => {
  product = await startProduct()
  browser = await launch()
  const owner = await setUp(product, browser)
  const { slug } = await openRole(owner.client)
  ;({ page, faults } = await newPerson(browser, { viewport: { width: 390, height: 844 } }))
  await page.goto(`${product.url}/jobs/${slug}/apply`)
  for (const [label, words] of Object.entries(TYPED))
    await page.getByLabel(label, { exact: true }).fill(words)
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

/** A PDF whose contents are locked with a password. */
function lockedPdf(): Buffer {
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    `<< /Filter /Standard /V 1 /R 2 /O <${"ab".repeat(32)}> /U <${"cd".repeat(32)}> /P -4 >>`,
  ]
  let text = "%PDF-1.4\n"
  const places = objects.map((object, index) => {
    const place = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(place).padStart(10, "0")} 00000 n \n`
  })
  const size = objects.length + 1
  return Buffer.from(
    `${text}xref\n0 ${size}\n0000000000 65535 f \n${places.join("")}trailer\n<< /Size ${size} /Root 1 0 R /Encrypt 4 0 R /ID [<00><00>] >>\nstartxref\n${text.length}\n%%EOF\n`,
    "latin1",
  )
}

const FILES = [
  { what: "empty", name: "cv.pdf", buffer: Buffer.alloc(0), says: /nothing in it/, kept: false },
  {
    what: "locked",
    name: "cv.pdf",
    buffer: lockedPdf(),
    says: /locked with a password.*[Pp]aste the text/,
    kept: true,
  },
  {
    what: "mislabelled",
    name: "cv.pdf",
    buffer: Buffer.from("MZ\x90\0\x03\0\0\0 a program that says it is a résumé", "latin1"),
    says: /PDF.*Word/,
    kept: false,
  },
  {
    what: "too large",
    name: "a-very-long-name-for-a-scan-of-forty-pages-in-colour-2026-final.pdf",
    buffer: Buffer.concat([Buffer.from("%PDF-1.4\n"), Buffer.alloc(20_000_001, 32)]),
    says: /over 20 MB.*smaller/,
    kept: false,
  },
]

it.each(FILES)("says what is wrong with a file that is $what, and loses nothing", async (file) => {
  const { what, name, buffer, says, kept } = file
  await page
    .getByLabel("Résumé as a file, optional")
    .setInputFiles({ name, buffer, mimeType: "application/pdf" })
  const said = page.getByText(says).and(page.locator(kept ? "[role=status]" : "[role=alert]"))
  await said.first().waitFor()
  // One or two sentences for a person, without the server's own words for it.
  expect(await said.first().innerText()).not.toMatch(/[{}<>]|error|undefined|\b[45]\d\d\b/i)
  for (const [label, words] of Object.entries(TYPED)) {
    const field = page.getByLabel(label, { exact: true })
    expect(await field.inputValue(), label).toBe(words)
  }
  await look(page, `file-${what.replace(" ", "-")}`)
  const remove = page.getByRole("button", { name: `Remove ${name}` })
  if (await remove.isVisible()) await remove.click()
})

it("takes a good file afterwards, and still has every word", async () => {
  await page.getByLabel("Résumé as a file, optional").setInputFiles({
    name: "cv.txt",
    mimeType: "text/plain",
    buffer: Buffer.from("Mirela Dobre\nPort calls, forty thousand a day."),
  })
  await page.getByText("Your own words stand above.").waitFor()
  expect(await page.getByRole("alert").count()).toBe(0)
  await page.waitForTimeout(800)
  await page.reload()
  await page.getByText("cv.txt").waitFor()
  await expect.poll(() => page.getByLabel("Name", { exact: true }).inputValue()).toBe(TYPED.Name)
  expect(await page.locator("textarea").first().inputValue()).toBe(TYPED["Résumé as text"])
  expect(faults).toEqual([])
})
