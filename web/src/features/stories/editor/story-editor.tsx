import type { Finding, Part } from "@backfill/coach"
import { useEffect, useId, useMemo, useRef, useState } from "react"
import { useKeys } from "../../../app/index.ts"
import { FootKeys } from "../../../ui/index.ts"
import { editBetween, follow } from "./follow.ts"
import { HintMargin } from "./hint-margin.tsx"
import { HintSheet } from "./hint-sheet.tsx"
import { chooseHints, type Dismissed } from "./hints.ts"
import { PartLetters } from "./part-letters.tsx"
import { bandsOf, runsOf } from "./parts.ts"
import { PartsRibbon } from "./parts-ribbon.tsx"
import { Prose } from "./prose.tsx"
import { QuietAnswer } from "./quiet-answer.tsx"
import { marksOf, segmentsOf } from "./segments.ts"
import { SetAsideDialog } from "./set-aside-dialog.tsx"
import { SetAsideList } from "./set-aside-list.tsx"
import { StoryFacts } from "./story-facts.tsx"
import { useAnnounced } from "./use-announced.ts"
import { usePlaces } from "./use-places.ts"
import { LONGEST_READ, useReading } from "./use-reading.ts"
import { useWidth } from "./use-width.ts"
import { announcement, lengthWords, minutesAndSeconds } from "./words.ts"

export type StoryEditorProps = {
  /** The draft. The editor is controlled: what `onText` gives has to come back here at once. */
  text: string
  /** Slug of the question's theme; some findings belong to some themes. */
  theme: string | undefined
  dismissed: readonly Dismissed[]
  onText: (text: string) => void
  /** A question was set aside: which finding, the words it pointed at, and why. */
  onDismiss: (finding: string, quote: string, reason: string) => void
  onRestore: (finding: string, quote: string) => void
  /** Seconds aimed at when the story is told, and allowed at most. */
  aim?: number
  limit?: number
}

/** From this width there is a margin for the hints. */
const WIDE = 880

/**
 * A draft with the coach beside it: parts as a ribbon, at most three questions in the margin, what was counted below.
 * Nothing leaves the page, and nothing is scored.
 */
export function StoryEditor(props: StoryEditorProps) {
  const { theme, dismissed, onText, onDismiss, onRestore, aim = 150, limit = 180 } = props
  // A textarea knows one kind of line end; positions must mean the same here and there.
  const text = useMemo(() => props.text.replaceAll(/\r\n?/g, "\n"), [props.text])
  const readable = text.length <= LONGEST_READ
  const { latest, settled } = useReading(text, theme)

  const sentences = useMemo(() => {
    if (!latest?.isStory || !readable) return []
    const edit = editBetween(latest.text, text)
    return latest.sentences.map((sentence) => follow(sentence, edit))
  }, [latest, text, readable])
  const hints = useMemo(() => {
    if (!settled || !latest?.isStory || !readable) return []
    const edit = editBetween(settled.text, text)
    return chooseHints(
      settled.findings.map((finding) => follow(finding, edit)),
      text,
      dismissed,
    )
  }, [settled, latest, text, dismissed, readable])
  const runs = useMemo(() => runsOf(sentences), [sentences])
  const bands = useMemo(() => bandsOf(text, sentences), [text, sentences])
  const segments = useMemo(
    () => segmentsOf(text.length, runs, marksOf(hints, sentences)),
    [text, runs, hints, sentences],
  )

  const root = useRef<HTMLDivElement>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  const marks = useRef<HTMLDivElement>(null)
  const wide = useWidth(root) >= WIDE
  const places = usePlaces(marks)
  const [lit, setLit] = useState<Part>()
  const [chosen, setChosen] = useState<string>()
  const awake = hints.some(({ id }) => id === chosen) ? chosen : hints[0]?.id
  const [leaving, setLeaving] = useState<Finding>()
  const [focusWanted, setFocusWanted] = useState<string>()
  const help = useId()

  useEffect(() => {
    if (focusWanted === undefined) return
    root.current?.querySelector<HTMLElement>(`[data-question="${focusWanted}"]`)?.focus()
    setFocusWanted(undefined)
  }, [focusWanted])

  /** Brings the sentence of a hint into sight; the sheet of a narrow window must not cover it. */
  const show = (id: string) =>
    marks.current?.querySelector(`[data-hints~="${id}"]`)?.scrollIntoView({ block: "nearest" })
  const wake = (id: string) => {
    setChosen(id)
    setFocusWanted(id)
    show(id)
  }
  /** On to the next question (1) or back (-1): from the caret while typing, else from the awake one. */
  const step = (by: 1 | -1) => {
    const inOrder = hints.toSorted((a, b) => a.start - b.start)
    if (inOrder.length === 0) return false
    if (document.activeElement === area.current) {
      const caret = area.current?.selectionStart ?? 0
      const next =
        by === 1 ? inOrder.find(({ start }) => start >= caret) : inOrder.findLast(({ end }) => end <= caret)
      return wake((next ?? inOrder.at(by === 1 ? 0 : -1) ?? inOrder[0])?.id ?? "")
    }
    const onOne = document.activeElement?.closest("[data-question]") !== null
    const at = inOrder.findIndex(({ id }) => id === awake)
    const next = inOrder[(at + (onOne ? by : 0) + inOrder.length) % inOrder.length]
    return wake(next?.id ?? "")
  }
  const go = ({ id, end }: Finding) => {
    area.current?.focus({ preventScroll: true })
    area.current?.setSelectionRange(end, end)
    show(id)
  }
  const caretAt = (caret: number) => {
    const under = hints
      .filter(({ start, end }) => start <= caret && caret <= end)
      .toSorted((a, b) => a.end - a.start - (b.end - b.start))
    if (under[0]) setChosen(under[0].id)
  }
  const setAside = (reason: string) => {
    if (leaving) onDismiss(leaving.id, text.slice(leaving.start, leaving.end), reason)
    setLeaving(undefined)
  }
  const awakeHint = hints.find(({ id }) => id === awake)
  useKeys(
    {
      "mod+.": { label: "To the next question", run: () => step(1), whileTyping: true, repeats: true },
      j: { label: "Next question", run: () => step(1), repeats: true },
      k: { label: "Question before", run: () => step(-1), repeats: true },
      d: { label: "Set the question aside", run: () => (awakeHint ? setLeaving(awakeHint) : false) },
      escape: {
        label: "Back to the sentence",
        run: () => (awakeHint && document.activeElement?.closest("[data-question]") ? go(awakeHint) : false),
      },
    },
    "Story",
  )
  const said = useAnnounced(
    settled && text.trim() !== "" && readable ? announcement(hints.length, settled.isStory) : "",
  )

  const hintProps = { hints, awake, onWake: setChosen, onGo: go, onSetAside: setLeaving }
  const spoken = latest?.spokenSeconds ?? { min: 0, max: 0 }
  const words = latest?.words ?? 0
  const quiet = latest !== undefined && hints.length === 0
  const answer = quiet && <QuietAnswer length={text.length} words={words} isStory={latest.isStory} />
  return (
    <div ref={root} className="w-full max-w-238">
      <div
        className={
          wide
            ? "grid grid-cols-[2.75rem_minmax(0,35rem)_4rem_minmax(15rem,17.75rem)]"
            : "grid max-w-152 grid-cols-[1.25rem_minmax(0,1fr)] sm:grid-cols-[2rem_minmax(0,1fr)]"
        }
      >
        <div className={wide ? "col-start-2" : "col-span-2"}>
          <PartsRibbon bands={bands} spoken={spoken} aim={aim} limit={limit} lit={lit} onLit={setLit} />
        </div>
        <div className={wide ? "col-start-4" : "col-span-2 mt-2"}>
          {words > 0 && readable && (
            <>
              <p className="leading-6">
                {words} {words === 1 ? "word" : "words"}, {minutesAndSeconds(spoken.min)} to{" "}
                {minutesAndSeconds(spoken.max)}
              </p>
              <p className="mt-1.5 text-small text-ink-2">{lengthWords(spoken, aim, limit)}</p>
            </>
          )}
        </div>
        {!wide && <div className="col-span-2 mt-4">{answer}</div>}
        <div className="contents">
          <div className="mt-6">
            <PartLetters runs={runs} places={places.runs} lit={lit} />
          </div>
          <div className="mt-6 min-w-0">
            <Prose
              text={text}
              segments={segments}
              awake={awake}
              lit={lit}
              marked={readable}
              describedBy={help}
              area={area}
              marks={marks}
              onText={onText}
              onCaret={caretAt}
            />
          </div>
          {wide && (
            <div className="col-start-4 mt-6">
              {answer}
              <HintMargin {...hintProps} places={places.hints} />
            </div>
          )}
        </div>
        <div className={wide ? "col-start-2 mt-8 grid gap-4" : "col-span-2 mt-8 grid gap-4"}>
          {latest?.isStory && readable && <StoryFacts reading={latest} />}
          <SetAsideList dismissed={dismissed} onRestore={onRestore} />
          <div id={help}>
            <FootKeys
              keys={[
                { keys: "mod+.", label: "next question" },
                { keys: "escape", label: "back to its sentence" },
                { keys: "?", label: "all keys" },
              ]}
            />
          </div>
        </div>
      </div>
      {!wide && <HintSheet {...hintProps} onNext={wake} />}
      <p role="status" className="sr-only">
        {said}
      </p>
      <SetAsideDialog hint={leaving} onClose={() => setLeaving(undefined)} onSetAside={setAside} />
    </div>
  )
}
