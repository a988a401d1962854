import { expect, it } from "vitest"
import { isServiceBase } from "./service-base.ts"
import { describeConfig, readConfig } from "./settings.ts"

it.each([
  "https://api.example.org/v1",
  "https://203.0.113.9/v1",
  "http://localhost:8000/v1",
  "http://127.0.0.1:8000/v1",
  "http://[::1]:8000/v1",
  "http://[fd12:3456::1]/v1",
  "http://10.1.2.3/v1",
  "http://172.31.0.4:9000",
  "http://192.168.1.20:8000/v1/",
  "http://whisper:8000/v1",
  "http://whisper.internal/v1",
])("lets %s be a service", (address) => {
  expect(isServiceBase(address)).toBe(true)
})

it.each([
  "http://api.example.org/v1",
  "http://203.0.113.9/v1",
  "http://172.32.0.4/v1",
  "http://[2001:db8::1]/v1",
  "http://localhost.example.org/v1",
  "https://me:secret@api.example.org/v1",
  "https://api.example.org/v1?key=secret",
  "https://api.example.org/v1#top",
])("lets %s be none", (address) => {
  expect(isServiceBase(address)).toBe(false)
})

it("is off until it is set, and never shows its key", () => {
  const read = (env: Record<string, string>) => readConfig({ BACKFILL_DATA: "data", ...env })
  expect(read({})).toMatchObject({ config: { BACKFILL_TRANSCRIPTION_URL: "" } })
  expect(read({ BACKFILL_TRANSCRIPTION_URL: "http://api.example.org/v1" })).toMatchObject({
    errors: [expect.stringMatching(/^BACKFILL_TRANSCRIPTION_URL can’t be/)],
  })
  expect(JSON.stringify(read({ BACKFILL_TRANSCRIPTION_KEY: "two words" }))).not.toContain("two words")
  const set = read({
    BACKFILL_TRANSCRIPTION_URL: "https://a.example/v1",
    BACKFILL_TRANSCRIPTION_KEY: "abc-123",
  })
  if ("errors" in set) throw new Error(set.errors.join())
  expect(describeConfig(set.config)).toContain("BACKFILL_TRANSCRIPTION_URL=https://a.example/v1")
  expect(describeConfig(set.config)).not.toContain("abc-123")
})
