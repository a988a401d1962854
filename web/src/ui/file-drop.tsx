import { type DragEvent, type ReactNode, useId, useState } from "react"
import { bytesInWords } from "./bytes.ts"
import { cx } from "./cx.ts"
import { FieldError } from "./field.tsx"
import { FileRow, type DroppedFile } from "./file-row.tsx"

export type FileDropProps = {
  label: string
  /** What may be given: "PDF or Word, up to 10 MB". Written from `maxBytes` if left out. */
  help?: ReactNode
  /** As the platform takes it: ".pdf,.docx" or "video/*". */
  accept?: string
  maxBytes?: number
  multiple?: boolean
  /** What was given so far, with its state; the caller uploads. */
  files: ReadonlyArray<DroppedFile>
  /** Files that are small enough. Those too large are named under the field instead. */
  onFiles: (files: File[]) => void
  /** Stops an upload under way, or takes a finished file away. */
  onRemove: (id: string) => void
  onRetry?: (id: string) => void
}

/** Takes files by press or by drop, and shows each with its progress. */
export function FileDrop(props: FileDropProps) {
  const { label, help, accept, maxBytes, multiple = false, files, onFiles, onRemove, onRetry } = props
  const id = useId()
  const [over, setOver] = useState(false)
  const [refused, setRefused] = useState<string>()
  const take = (list: FileList | null) => {
    const given = [...(list ?? [])].slice(0, multiple ? undefined : 1)
    const large = maxBytes === undefined ? [] : given.filter((file) => file.size > maxBytes)
    setRefused(large.length > 0 ? tooLarge(large, maxBytes ?? 0) : undefined)
    const fit = given.filter((file) => !large.includes(file))
    if (fit.length > 0) onFiles(fit)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  const limits = help ?? (maxBytes !== undefined && `Up to ${bytesInWords(maxBytes)}.`)
  return (
    <div className="grid min-w-0 content-start gap-1.5">
      <label htmlFor={id} className="text-ink-2">
        {label}
      </label>
      <div
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={cx(
          "relative flex min-h-20 flex-wrap items-center justify-center gap-x-2 gap-y-1 rounded-control border border-dashed px-4 py-5 text-center transition-colors has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent",
          over ? "border-accent bg-wash" : "border-edge bg-sheet",
        )}
      >
        <span className="word-link">{multiple ? "Choose files" : "Choose a file"}</span>
        <span className="text-ink-2">or drop {multiple ? "them" : "it"} here</span>
        {limits && (
          <span id={`${id}-help`} className="w-full text-small text-ink-2">
            {limits}
          </span>
        )}
        <input
          id={id}
          type="file"
          accept={accept}
          multiple={multiple}
          aria-describedby={limits ? `${id}-help` : undefined}
          onChange={(event) => {
            take(event.target.files)
            // The same file may be chosen again after it was taken away.
            event.target.value = ""
          }}
          className="absolute inset-0 cursor-pointer opacity-0"
        />
      </div>
      {refused && <FieldError>{refused}</FieldError>}
      {files.length > 0 && (
        <ul>
          {files.map((file) => (
            <FileRow key={file.id} file={file} onRemove={onRemove} onRetry={onRetry} />
          ))}
        </ul>
      )}
    </div>
  )
}

function tooLarge(files: File[], maxBytes: number): string {
  const names = files.map((file) => `${file.name} (${bytesInWords(file.size)})`).join(", ")
  return `${names} ${files.length > 1 ? "are" : "is"} over ${bytesInWords(maxBytes)} and wasn’t taken. Choose something smaller.`
}
