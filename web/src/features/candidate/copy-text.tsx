import { useState } from "react"
import { Button, TextArea } from "../../ui/index.ts"

/** Words to take along: to read, to select, or to copy with one press. */
export function CopyText({ text }: { text: string }) {
  const [copied, setCopied] = useState<boolean>()
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  return (
    <div className="grid gap-2">
      <TextArea
        prose
        readOnly
        aria-label="Words kept on this device"
        value={text}
        onFocus={(event) => event.target.select()}
      />
      <div className="flex flex-wrap items-center gap-x-4">
        <Button onClick={() => void copy()}>Copy them</Button>
        <span role="status" className="text-small text-ink-2">
          {copied === true && "Copied."}
          {copied === false && "Select the text above and copy it with your device."}
        </span>
      </div>
    </div>
  )
}
