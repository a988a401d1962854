import type { Scorecard, Screen } from "@backfill/contract"
import { useNavigate } from "@tanstack/react-router"
import { useEffect, useMemo, useRef, useState } from "react"
import { useKeys } from "../../app/index.ts"
import { Button, FieldError, FootKeys, Link, PageHeader, Section, useToast } from "../../ui/index.ts"
import { AmendDialog } from "../scorecards/amend-dialog.tsx"
import { openEntry, problemsOf } from "../scorecards/card-draft.ts"
import { citing } from "../scorecards/card-item.tsx"
import { SaveLine } from "../scorecards/save-line.tsx"
import { SubmittedCard } from "../scorecards/submitted-card.tsx"
import { TwoCards } from "../scorecards/two-cards.tsx"
import { useCard } from "../scorecards/use-card.ts"
import { Verdict } from "../scorecards/verdict.tsx"
import { CriterionBody, CriterionHead } from "./criterion.tsx"
import { MachineWords } from "./machine-words.tsx"
import { ResumeText } from "./resume-text.tsx"
import { linesOf, type Range, rangeOf, resumeRef, stepLine } from "./text-parts.ts"
import { UnblindDialog } from "./unblind-dialog.tsx"

/** The desk for one résumé: text at the left, criteria at the right, one open at a time, the verdict last. */
export function ScreenDesk({ screen, card }: { screen: Screen; card: Scorecard }) {
  const ids = useMemo(() => screen.criteria.map(({ id }) => id), [screen])
  const lines = useMemo(() => linesOf(screen.text), [screen.text])
  const work = useCard(card, ids)
  const [at, setAt] = useState(0)
  const [chosen, setChosen] = useState<Range>()
  const [amending, setAmending] = useState(false)
  const [asking, setAsking] = useState(false)
  const navigate = useNavigate()
  const toast = useToast()
  const { draft, problems } = work
  const current = screen.criteria[at]
  const open = card.state === "draft" || amending
  const cited = useMemo(
    () =>
      (current ? draft.entries[current.id]?.evidence.flatMap(({ ref }) => rangeOf(ref) ?? []) : undefined) ??
      [],
    [current, draft],
  )

  const step = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The first criterion is in view anyway; those after it come up when they open.
    if (at > 0) step.current?.scrollIntoView({ block: "center" })
  }, [at])
  const go = (to: number) => setAt(Math.max(0, Math.min(ids.length, to)))
  const citation = () => {
    if (!current || !chosen) return {}
    const entry = draft.entries[current.id] ?? openEntry
    return citing(
      entry,
      {
        kind: "resume",
        ref: resumeRef(chosen),
        quote: screen.text.slice(chosen.start, chosen.end),
        second: undefined,
      },
      true,
    )
  }
  const cite = () => {
    if (!current || !chosen) return
    work.changeEntry(current.id, citation())
    setChosen(undefined)
  }
  // A score given while words are marked rests on them.
  const score = (value: number) => {
    if (!current) return
    work.changeEntry(current.id, { score: value, ...citation() })
    setChosen(undefined)
  }
  const hand = async () => {
    if (work.theirs) return
    const found = problemsOf(draft, ids)
    work.setProblems(found)
    if (found.length > 0) {
      const place = ids.indexOf(found[0]?.itemId ?? "")
      return go(place < 0 ? ids.length : place)
    }
    if (amending) return setAsking(true)
    if (!(await work.submit())) return
    toast({ message: `Submitted for ${screen.alias}.` })
    void navigate(screen.nextInterviewId ? { to: `/screens/${screen.nextInterviewId}` } : { to: "/screens" })
  }
  const line = (step: 1 | -1, grow: boolean) => setChosen(stepLine(lines, chosen, step, grow))
  useKeys(
    open
      ? {
          ...Object.fromEntries(
            [1, 2, 3, 4, 5].map((value) => [
              `${value}`,
              { label: `Score ${value}`, run: () => score(value) },
            ]),
          ),
          "0": {
            label: "Not assessed",
            run: () => current && work.changeEntry(current.id, { score: "not", evidence: [] }),
          },
          j: { label: "Next criterion", run: () => go(at + 1) },
          k: { label: "Previous criterion", run: () => go(at - 1) },
          down: {
            label: "Mark the next line",
            run: () => (focusIsFree() ? line(1, false) : false),
            repeats: true,
          },
          up: {
            label: "Mark the line before",
            run: () => (focusIsFree() ? line(-1, false) : false),
            repeats: true,
          },
          "shift+down": { label: "Mark one line more", run: () => line(1, true), repeats: true },
          "shift+up": { label: "Mark one line more, upwards", run: () => line(-1, true), repeats: true },
          c: { label: "Cite the marked words", run: cite },
          escape: { label: "Leave the marked words", run: () => setChosen(undefined) },
          "mod+enter": {
            label: "Submit, and on to the next résumé",
            run: () => void hand(),
            whileTyping: true,
          },
        }
      : {},
    "Résumé",
  )
  return (
    <>
      <PageHeader
        title={screen.alias}
        over={`${screen.openingTitle}, ${screen.level}. Résumé ${screen.position} of ${screen.total}`}
        under={
          card.state === "submitted"
            ? "Your card is in. It only changes by an amendment."
            : "Every reader scores alone, and nobody sees another’s scores before the debrief."
        }
        actions={
          screen.unblinded ? (
            <Link to="/applications/$applicationId" params={{ applicationId: screen.applicationId }}>
              You looked who it is: open the application
            </Link>
          ) : (
            <UnblindDialog applicationId={screen.applicationId} alias={screen.alias} />
          )
        }
      />
      <div className="grid gap-x-12 gap-y-10 xl:grid-cols-[minmax(0,1fr)_26rem]">
        <div
          role="region"
          aria-label="What they sent"
          tabIndex={0}
          className="grid content-start gap-8 xl:sticky xl:top-6 xl:max-h-[calc(100dvh-3rem)] xl:overflow-y-auto"
        >
          <MachineWords found={screen.writtenForMachines} />
          <Section title="Résumé" note="what tells who it is stands covered">
            <ResumeText
              text={screen.text}
              redactions={screen.redactions}
              cited={cited}
              chosen={chosen}
              onChoose={setChosen}
            />
          </Section>
          {screen.coverLetter && (
            <Section title="Cover letter" rule="hair">
              <p className="read max-w-[44rem] whitespace-pre-wrap">{screen.coverLetter}</p>
            </Section>
          )}
        </div>
        {open ? (
          <Section title="Criteria" note={`at ${screen.level}`} aside={<SaveLine state={work.save} />}>
            <ol className="border-t border-rule">
              {screen.criteria.map((criterion, index) => (
                <li key={criterion.id} className="border-b border-rule">
                  <CriterionHead
                    criterion={criterion}
                    entry={draft.entries[criterion.id]}
                    current={index === at}
                    missing={problems.some(({ itemId }) => itemId === criterion.id)}
                    onOpen={() => go(index)}
                  />
                  {index === at && (
                    <div ref={step}>
                      <CriterionBody
                        criterion={criterion}
                        entry={draft.entries[criterion.id]}
                        problem={problems.find(({ itemId }) => itemId === criterion.id)}
                        marked={chosen && screen.text.slice(chosen.start, chosen.end)}
                        onCite={cite}
                        onChange={(part) => work.changeEntry(criterion.id, part)}
                      />
                    </div>
                  )}
                </li>
              ))}
            </ol>
            <div ref={at === ids.length ? step : undefined} className="mt-6">
              {at === ids.length ? (
                <Verdict
                  draft={draft}
                  problems={problems}
                  onChange={work.change}
                  legend="On what the résumé shows, should they be interviewed?"
                  help="Name what you read, not what you suppose."
                />
              ) : (
                <Button onClick={() => go(ids.length)}>Go to the verdict</Button>
              )}
            </div>
            <TwoCards work={work} items={screen.criteria} />
            {work.failure && !work.theirs && <FieldError>{work.failure}</FieldError>}
            <div className="sticky bottom-0 mt-6 grid gap-3 bg-paper py-3">
              <Button
                variant="primary"
                keys="mod+enter"
                pending={work.pending}
                why={work.theirs && "Choose one of the two versions first."}
                onClick={() => void hand()}
              >
                {amending
                  ? "Submit amendment"
                  : screen.nextInterviewId
                    ? "Submit and read the next"
                    : "Submit scorecard"}
              </Button>
              {amending && (
                <Button onClick={() => (work.reset(), setAmending(false))}>Leave it as it was</Button>
              )}
              <AmendDialog
                open={asking}
                onOpenChange={setAsking}
                work={work}
                items={screen.criteria}
                onDone={() => setAmending(false)}
              />
              <FootKeys
                keys={[
                  { keys: "1–5", label: "score" },
                  { keys: "j", label: "next" },
                  { keys: "down", label: "mark a line" },
                  { keys: "?", label: "all keys" },
                ]}
              />
            </div>
          </Section>
        ) : (
          <SubmittedCard
            card={card}
            items={screen.criteria.map(({ id, title, looksFor, evidence, anchors }) => ({
              id,
              title,
              wording: looksFor,
              expected: evidence,
              anchors,
              competencies: "",
            }))}
            onAmend={() => setAmending(true)}
          />
        )}
      </div>
    </>
  )
}

/** Arrow keys belong to whatever has the focus and uses them itself, such as a group of radios. */
function focusIsFree(): boolean {
  const focused = document.activeElement
  return !(focused instanceof HTMLInputElement)
}
