import { readFileSync } from "node:fs"
import type { Client } from "@backfill/contract"
import type { Page } from "playwright-core"
import { expect } from "vitest"

/** A file of the made-up voice (web/training/speech/fixture.ts). */
export const spokenFixture = (name: string): Buffer =>
  readFileSync(new URL(`../../web/training/speech/fixture/${name}`, import.meta.url))

/** Uploads three sentences of a made-up voice as somebody’s practice; answers the recording’s id once it can be played. */
export async function uploadRehearsal(
  page: Page,
  client: Client,
  about: Record<string, string> = {},
): Promise<string> {
  const bytes = [...spokenFixture("spoken.webm")]
  const query = new URLSearchParams({ kind: "audio", ...about }).toString()
  const at = await page.evaluate(
    async ([numbers, asked]) => {
      const body = new Uint8Array(numbers)
      const headers = { "X-Backfill": "1", "Tus-Resumable": "1.0.0" }
      const made = await fetch(`/api/practice/recordings?${asked}`, {
        method: "POST",
        headers: { ...headers, "Upload-Length": String(body.length) },
      })
      const location = made.headers.get("location") ?? ""
      const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", body))
      const sent = await fetch(location, {
        method: "PATCH",
        headers: {
          ...headers,
          "Content-Type": "application/offset+octet-stream",
          "Upload-Offset": "0",
          "Upload-Checksum": `sha256 ${btoa(String.fromCharCode(...digest))}`,
        },
        body,
      })
      return `${made.status} ${sent.status} ${location}`
    },
    [bytes, query] as const,
  )
  expect(at).toMatch(/^201 204 \//)
  const recordingId = at.split("/").at(-1) ?? ""
  const state = async () => (await client.rehearsals.read({ params: { recordingId } })).recording.state
  await expect.poll(state).toBe("ready")
  return recordingId
}
