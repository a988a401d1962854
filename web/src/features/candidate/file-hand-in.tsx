import type { Attempt } from "@backfill/contract"
import { useQueryClient } from "@tanstack/react-query"
import { useRef, useState } from "react"
import { sentenceFor } from "../../app/use-act.ts"
import { bytesInWords, type DroppedFile, FileDrop } from "../../ui/index.ts"
import { fileSender } from "../public-pages/send-file.ts"
import { attemptQuery } from "./own-page.ts"

const maxBytes = 50_000_000
const maxFiles = 10

type FileHandInProps = { attempt: Attempt; onBusy: (busy: boolean) => void }

/** Takes the files of an exercise, each with how far it is. What has arrived stays. */
export function FileHandIn({ attempt, onBusy }: FileHandInProps) {
  const queryClient = useQueryClient()
  const [under, setUnder] = useState<DroppedFile[]>([])
  const chosen = useRef(new Map<string, { file: File; stop: AbortController }>())

  const change = (id: string, part: Partial<DroppedFile> | undefined) =>
    setUnder((now) => {
      const next = now.flatMap((file) => (file.id !== id ? [file] : part ? [{ ...file, ...part }] : []))
      onBusy(next.some(({ state }) => state === "sending"))
      return next
    })
  const send = async (id: string, file: File) => {
    const stop = new AbortController()
    chosen.current.set(id, { file, stop })
    change(id, { state: "sending", progress: 0, error: undefined })
    try {
      const sender = fileSender((progress) => change(id, { progress }))
      const answer = await sender.candidate.uploadToAttempt({
        params: { attemptId: attempt.id },
        query: { name: file.name },
        upload: file,
        key: id,
        signal: stop.signal,
      })
      queryClient.setQueryData(attemptQuery(attempt.id).queryKey, answer)
      change(id, undefined)
    } catch (error) {
      if (!stop.signal.aborted) change(id, { state: "failed", error: sentenceFor(error) })
    }
  }
  const give = (files: File[]) => {
    const rows = files.map((file) => ({ file, id: crypto.randomUUID() }))
    setUnder((now) => [
      ...now,
      ...rows.map(({ file, id }) => ({
        id,
        name: file.name,
        size: file.size,
        state: "sending" as const,
        progress: 0,
      })),
    ])
    for (const { file, id } of rows) void send(id, file)
  }
  return (
    <div className="grid gap-3">
      {attempt.files.length > 0 && <ArrivedFiles files={attempt.files} />}
      {attempt.files.length < maxFiles && (
        <FileDrop
          label={attempt.files.length > 0 ? "Another file" : "Your file"}
          help={`Up to ${bytesInWords(maxBytes)} each. It isn’t final until you hand in.`}
          multiple
          maxBytes={maxBytes}
          files={under}
          onFiles={give}
          onRemove={(id) => {
            chosen.current.get(id)?.stop.abort()
            change(id, undefined)
          }}
          onRetry={(id) => {
            const again = chosen.current.get(id)
            if (again) void send(id, again.file)
          }}
        />
      )}
    </div>
  )
}

/** Files that the server holds. */
export function ArrivedFiles({ files }: { files: Attempt["files"] }) {
  return (
    <ul aria-label="Files that have arrived">
      {files.map((file) => (
        <li key={file.id} className="flex justify-between gap-4 border-b border-rule py-2">
          <span className="min-w-0 break-words">{file.name}</span>
          <span className="shrink-0 text-small text-ink-2">{bytesInWords(file.bytes)}, arrived</span>
        </li>
      ))}
    </ul>
  )
}
