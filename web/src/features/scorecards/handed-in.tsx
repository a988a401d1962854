import { addressOf, api, type Attempt } from "@backfill/contract"
import { useMemo, useState } from "react"
import { useKeys } from "../../app/index.ts"
import { Button, bytesInWords, Kbd, Link, Section } from "../../ui/index.ts"
import { isCode } from "../candidate/attempt-words.ts"
import { ResumeText } from "../screening/resume-text.tsx"
import { linesOf, type Range, stepLine } from "../screening/text-parts.ts"
import { HandedRecording } from "./handed-recording.tsx"
import { passageOffer, passagesIn } from "./hand-in.ts"
import type { Offer } from "./judged.ts"

type HandedInProps = {
  attempt: Attempt
  cited: ReadonlyArray<{ kind: string; ref: string }>
  /** Undefined where nothing is cited, since nothing is assessed. */
  onCite: ((offer: Offer) => void) | undefined
}

/** What was handed in for an exercise: its files, and its text, in which words are marked to be cited. */
export function HandedIn({ attempt, cited, onCite }: HandedInProps) {
  const { text, files, textArtifact } = attempt
  const [chosen, setChosen] = useState<Range>()
  const lines = useMemo(() => linesOf(text), [text])
  const passages = useMemo(() => passagesIn(attempt, cited), [attempt, cited])
  const cite = () => {
    if (!chosen || !onCite) return
    onCite(passageOffer(attempt, chosen))
    setChosen(undefined)
    window.getSelection()?.removeAllRanges()
  }
  const line = (step: 1 | -1, grow: boolean) => setChosen(stepLine(lines, chosen, step, grow))
  // Arrow keys belong to the anchors while one of them has the focus.
  const free = (run: () => void) => () => (document.activeElement instanceof HTMLInputElement ? false : run())
  useKeys(
    onCite && lines.length > 0
      ? {
          down: { label: "Mark the next line", run: free(() => line(1, false)), repeats: true },
          up: { label: "Mark the line before", run: free(() => line(-1, false)), repeats: true },
          "shift+down": { label: "Mark one line more", run: free(() => line(1, true)), repeats: true },
          "shift+up": {
            label: "Mark one line more, upwards",
            run: free(() => line(-1, true)),
            repeats: true,
          },
          c: { label: "Cite the marked words", run: cite },
          escape: { label: "Leave the marked words", run: () => setChosen(undefined) },
        }
      : {},
    "What they handed in",
  )
  const recorded = attempt.type === "video-response"
  const holds = files.length > 0 || lines.length > 0
  return (
    <>
      {recorded && <HandedRecording attempt={attempt} cited={cited} onCite={onCite} />}
      {(holds || !recorded) && (
        <Section
          title={recorded ? "What came with it" : "What they handed in"}
          note={textArtifact === "text-redacted" ? "what tells who wrote it is taken out" : undefined}
          rule="hair"
        >
          {files.map((file) => (
            <p key={file.id} className="flex justify-between gap-4 border-b border-rule py-1.5">
              <Link
                href={addressOf(api.attempts.file, { attemptId: attempt.id, fileId: file.id })}
                download={file.name}
                className="min-w-0 [overflow-wrap:anywhere]"
              >
                {file.name}
              </Link>
              <span className="shrink-0 text-small text-ink-2">{bytesInWords(file.bytes)}</span>
            </p>
          ))}
          {lines.length > 0 && (
            <>
              <div
                role="region"
                aria-label="Text they handed in"
                tabIndex={0}
                className="mt-2 max-h-[24rem] overflow-y-auto border-l border-rule-strong pl-4"
              >
                <ResumeText
                  text={text}
                  redactions={[]}
                  cited={passages}
                  chosen={chosen}
                  code={isCode(attempt.type)}
                  onChoose={(range) => onCite && setChosen(range)}
                />
              </div>
              {onCite && (
                <p className="mt-2 flex min-h-(--control) flex-wrap items-center gap-x-3 text-small text-ink-2">
                  {chosen ? (
                    <>
                      <Button keys="c" onClick={cite}>
                        Cite the marked words
                      </Button>
                      <Button onClick={() => setChosen(undefined)}>Leave them</Button>
                    </>
                  ) : (
                    <span>
                      Mark words to cite them
                      <span className="max-sm:hidden">
                        , with the mouse or by lines with <Kbd keys="down" /> and <Kbd keys="shift+down" />
                      </span>
                      .
                    </span>
                  )}
                </p>
              )}
            </>
          )}
        </Section>
      )}
    </>
  )
}
