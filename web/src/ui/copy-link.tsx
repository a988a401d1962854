import { useRef, useState } from "react"
import { Button } from "./button.tsx"
import { Field } from "./field.tsx"
import { TextInput } from "./text-input.tsx"

/** A link to pass on: to select by hand or to copy with one press. `quiet` where another action is the page’s first. */
export function CopyLink({ label, link, quiet = false }: { label: string; link: string; quiet?: boolean }) {
  const input = useRef<HTMLInputElement>(null)
  const [state, setState] = useState<"fresh" | "copied" | "selected">("fresh")
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link)
      setState("copied")
    } catch {
      // Without a secure context there is no clipboard; the text is then selected to be copied by hand.
      input.current?.select()
      setState("selected")
    }
  }
  return (
    <div className="grid gap-2">
      <Field label={label}>
        <TextInput
          ref={input}
          readOnly
          value={link}
          onFocus={(event) => event.target.select()}
          className="font-mono text-small"
        />
      </Field>
      <div className="flex flex-wrap items-center gap-x-4">
        <Button variant={quiet ? "quiet" : "primary"} onClick={() => void copy()}>
          Copy the link
        </Button>
        <span role="status" className="text-small text-ink-2">
          {state === "copied" && "Copied."}
          {state === "selected" && "Selected: copy it with your keyboard."}
        </span>
      </div>
    </div>
  )
}
