import type { KitFile } from "@backfill/core"

export const VIDEO_EXERCISE = "late-orders"

/** The fixture kit's design exercise as a video response with three takes of ten seconds. */
export const asVideo = (files: KitFile[]): KitFile[] =>
  files.map((file) => {
    if (!file.path.endsWith(`${VIDEO_EXERCISE}.yaml`)) return file
    const text = Buffer.from(file.bytes)
      .toString()
      .replace("type: system-design", "type: video-response\nrecording: { seconds: 10, takes: 3 }")
      .replace(/^design:\n(?: .*\n)+/m, "")
    return { ...file, bytes: Buffer.from(text) }
  })
