// Reads beside the page, so that typing never waits for it; and the coach's weights load with this file, on no other page.
import { hintsToShow, FINDINGS, readStoryInDetail } from "@backfill/coach"
import type { Ask, StoryReading } from "./reader.ts"

self.onmessage = ({ data }: MessageEvent<Ask>) => {
  const { text, theme } = data
  const reading = readStoryInDetail(text, { theme })
  const findings = hintsToShow(reading.findings, new Set(), FINDINGS.length)
  self.postMessage({ ...reading, findings, text, theme } satisfies StoryReading)
}
