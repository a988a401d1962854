import { Button } from "./button.tsx"
import { bytesInWords } from "./bytes.ts"

export type DroppedFile = {
  id: string
  name: string
  size: number
  /** `sending` shows `progress`, from 0 to 1; `failed` shows `error`. */
  state: "sending" | "stored" | "failed"
  progress?: number
  error?: string
}

type FileRowProps = { file: DroppedFile; onRemove: (id: string) => void; onRetry?: (id: string) => void }

/** One file with how far it is. */
export function FileRow({ file, onRemove, onRetry }: FileRowProps) {
  const percent = Math.round((file.progress ?? 0) * 100)
  return (
    <li className="border-b border-rule py-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-0.5">
        <span className="min-w-0 flex-1 truncate" title={file.name}>
          {file.name}
        </span>
        <span className="text-small text-ink-2">
          {file.state === "sending" ? `${percent} % of ${bytesInWords(file.size)}` : bytesInWords(file.size)}
        </span>
        {file.state === "failed" && onRetry && (
          <Button className="min-h-6! text-small" onClick={() => onRetry(file.id)}>
            Send again
          </Button>
        )}
        <Button
          className="min-h-6! text-small"
          aria-label={`${file.state === "sending" ? "Stop sending" : "Remove"} ${file.name}`}
          onClick={() => onRemove(file.id)}
        >
          {file.state === "sending" ? "Stop" : "Remove"}
        </Button>
      </div>
      {file.state === "sending" && (
        <progress
          aria-label={`Sending ${file.name}`}
          value={file.progress ?? 0}
          max={1}
          className="mt-1.5 block h-0.75 w-full appearance-none bg-rule [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-rule [&::-webkit-progress-value]:bg-accent"
        />
      )}
      {file.state === "failed" && (
        <p role="alert" className="text-small font-medium text-warn">
          {file.error ?? "It didn’t arrive. Nothing else was lost; send it again."}
        </p>
      )}
    </li>
  )
}
