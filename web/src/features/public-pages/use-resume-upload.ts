import { useRef, useState } from "react"
import type { DroppedFile } from "../../ui/index.ts"
import { sentenceFor } from "../../app/use-act.ts"
import type { Draft } from "./draft.ts"
import { fileSender } from "./send-file.ts"

type Resume = Draft["resume"]

/**
 * Sends a résumé and takes its text. Words already written or corrected are never replaced: the text of the file is
 * then kept apart, and `takeFileText` puts it in their place.
 */
export function useResumeUpload(
  slug: string,
  resume: Resume,
  change: (next: (before: Resume) => Resume) => void,
) {
  const [sending, setSending] = useState<DroppedFile>()
  const chosen = useRef<{ file: File; key: string; stop: AbortController }>(undefined)

  const send = async (file: File, key: string) => {
    chosen.current?.stop.abort()
    const mine = { file, key, stop: new AbortController() }
    chosen.current = mine
    const row = { id: key, name: file.name, size: file.size, state: "sending" as const, progress: 0 }
    setSending(row)
    try {
      const sender = fileSender((progress) => chosen.current === mine && setSending({ ...row, progress }))
      const stored = await sender.publicPages.uploadResume({
        params: { slug },
        query: { name: file.name },
        upload: file,
        key,
        signal: mine.stop.signal,
      })
      if (chosen.current !== mine) return
      setSending(undefined)
      change((before) => {
        const own = before.text.trim() !== "" && before.text !== before.extracted
        return {
          uploadId: stored.uploadId,
          fileName: stored.name,
          bytes: stored.bytes,
          warning: stored.warning,
          extracted: stored.text,
          text: own ? before.text : stored.text,
        }
      })
    } catch (error) {
      if (chosen.current === mine) setSending({ ...row, state: "failed", error: sentenceFor(error) })
    }
  }

  const stored: DroppedFile[] =
    resume.uploadId === null
      ? []
      : [{ id: "stored", name: resume.fileName, size: resume.bytes, state: "stored" }]
  return {
    // One that was refused leaves the one before in its place.
    files: sending ? [...stored, sending] : stored,
    sending: sending?.state === "sending",
    give: ([file]: File[]) => file && void send(file, crypto.randomUUID()),
    retry: () => chosen.current && void send(chosen.current.file, chosen.current.key),
    remove: (id: string) => {
      if (id !== "stored") {
        chosen.current?.stop.abort()
        chosen.current = undefined
        setSending(undefined)
      } else change((before) => ({ ...before, uploadId: null, fileName: "", bytes: 0, warning: null }))
    },
    /** The text as it was read, where the words below it are others. */
    other: resume.uploadId !== null && resume.extracted.trim() !== "" && resume.extracted !== resume.text,
    takeFileText: () => change((before) => ({ ...before, text: before.extracted })),
  }
}
