import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { bundleKit, readBundle } from "./bundle.ts"
import { kitDigest } from "./digest.ts"
import { readKit } from "./read.ts"
import { add, edit, FIXTURE_PATHS, remove, replaceText, textFile } from "./test-kit.ts"
import type { KitFile } from "./tree.ts"

const fixture: KitFile[] = FIXTURE_PATHS.map((path) => ({
  path,
  bytes: new Uint8Array(readFileSync(new URL(`../../../kits/fixture/${path}`, import.meta.url))),
  kind: "file",
}))

/** The framing of docs/kits.md written a second time, with Node's own SHA-256 and text instead of bytes. */
function digestByTheBook(files: KitFile[]): string {
  const hash = createHash("sha256")
  for (const { path, bytes } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const content = Buffer.from(
      Buffer.from(bytes)
        .toString("latin1")
        .replace(/\r\n|\r/g, "\n"),
      "latin1",
    )
    hash.update(
      Buffer.concat([
        Buffer.from(path),
        Buffer.from([0]),
        Buffer.from(String(content.length)),
        Buffer.from([0]),
        content,
      ]),
    )
  }
  return hash.digest("hex")
}

const withCrlf = (files: KitFile[]) =>
  FIXTURE_PATHS.reduce(
    (changed, path) => replaceText(path, (text) => text.replaceAll("\n", "\r\n"))(changed),
    files,
  )

describe("the digest", () => {
  it("agrees with an independent reading of its definition", () => {
    expect(readKit(fixture).kit?.digest).toBe(digestByTheBook(fixture))
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(10, 13), fc.nat(255)), { maxLength: 40 }), (bytes) => {
        const files: KitFile[] = [{ path: "README.md", bytes: new Uint8Array(bytes), kind: "file" }]
        expect(kitDigest(files)).toBe(digestByTheBook(files))
      }),
    )
  })

  it("doesn't depend on line ends, on the order of files, or on files that are no part of a kit", () => {
    const digest = kitDigest(fixture)
    expect(readKit(withCrlf(fixture)).kit?.digest).toBe(digest)
    expect(kitDigest([...fixture].reverse())).toBe(digest)
    expect(readKit(add(textFile("notes.txt", "x"))(fixture)).kit?.digest).toBe(digest)
  })

  it("changes with any content, path or file", () => {
    const digests = [
      fixture,
      edit("kit.yaml", "Fixture kit", "Fixture kit ")(fixture),
      edit("guides/first-talk.md", "quiet", "silent")(fixture),
      remove("README.md")(fixture),
      add(textFile("guides/a.md", ""))(fixture),
      add(textFile("guides/b.md", ""))(fixture),
    ].map((files) => kitDigest(files))
    expect(new Set(digests).size).toBe(digests.length)
  })
})

describe("a bundle", () => {
  it("gives back every byte and the same kit, with byte order mark and CR LF", () => {
    const files = replaceText("framework.yaml", (text) => `\ufeff${text}`)(withCrlf(fixture))
    const read = readBundle(bundleKit(files))
    expect(read.problems).toEqual([])
    expect(read.files.map(({ path, bytes }) => [path, [...bytes]])).toEqual(
      [...files].sort((a, b) => (a.path < b.path ? -1 : 1)).map(({ path, bytes }) => [path, [...bytes]]),
    )
    expect(read.kit).toEqual(readKit(files).kit)
    expect(bundleKit(read.files)).toBe(bundleKit(files))
  })

  it("leaves out what is no part of a kit", () => {
    expect(bundleKit(add(textFile("notes.txt", "x"))(fixture))).toBe(bundleKit(fixture))
  })

  it("that was changed after pinning is refused", () => {
    const text = bundleKit(fixture).replace("Fixture kit", "Another kit")
    expect(readBundle(text)).toMatchObject({ files: [], problems: [{ code: "bundle-invalid" }] })
    expect(readBundle(text).kit).toBeUndefined()
  })

  it("of any other text is refused without a throw", () => {
    for (const text of ["", "null", "[]", "{", '{"format":"backfill-bundle/1"}', "[".repeat(1e6)]) {
      expect(readBundle(text).problems.map(({ code }) => code)).toEqual(["bundle-invalid"])
    }
  })
})
