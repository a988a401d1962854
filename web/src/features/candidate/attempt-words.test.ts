import { expect, it } from "vitest"
import { besideRecording } from "./attempt-words.ts"

it("opens the words beside a recording for what was agreed, and says what they are for", () => {
  expect(besideRecording([])).toEqual({ words: "Words to go with it, or instead of it", agreed: false })
  expect(besideRecording(["extra-time"]).agreed).toBe(false)
  expect(besideRecording(["captions"])).toMatchObject({
    words: expect.stringContaining("Captions"),
    agreed: true,
  })
  expect(besideRecording(["captions", "written-alternative"]).words).toContain("no recording is needed")
})
