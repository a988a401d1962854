import type { Attempt } from "@backfill/contract"
import { useState } from "react"
import { Button, Section } from "../../ui/index.ts"
import type { AttemptText } from "./use-attempt-text.ts"

type StarterCodeProps = {
  coding: NonNullable<Attempt["coding"]>
  /** Where the answer is typed; undefined where nothing is. */
  work: AttemptText | undefined
}

/** The language of a coding test, and the code to begin from: copied, or put into an answer that is still empty. */
export function StarterCode({ coding: { language, starter }, work }: StarterCodeProps) {
  const [copied, setCopied] = useState<boolean>()
  if (starter === null) return <p className="text-ink-2">Written in: {language}</p>
  const copy = () =>
    navigator.clipboard.writeText(starter).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  return (
    <Section title="The code to begin with" note={language} rule="hair">
      <pre tabIndex={0} className="code overflow-x-auto bg-sunk px-4 py-3">
        <code>{starter}</code>
      </pre>
      <div className="flex flex-wrap items-center gap-x-6">
        {work?.text.trim() === "" && (
          <Button onClick={() => work.write(starter)}>Put it into your answer</Button>
        )}
        <Button onClick={() => void copy()}>Copy it</Button>
        <span role="status" className="text-small text-ink-2">
          {copied === true && "Copied."}
          {copied === false && "Select the code and copy it with your device."}
        </span>
      </div>
    </Section>
  )
}
