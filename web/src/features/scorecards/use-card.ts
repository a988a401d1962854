import type { Scorecard } from "@backfill/contract"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useCallback, useEffect, useRef, useState } from "react"
import { client } from "../../app/client.ts"
import { hasStatus, ProblemError } from "../../app/index.ts"
import {
  type CardContent,
  type CardDraft,
  type CardProblem,
  contentOf,
  draftOf,
  type Entry,
  openEntry,
  refusedAt,
} from "./card-draft.ts"

export type SaveState = "saved" | "typing" | "saving" | "kept-here" | "newer"

const afterMs = 800
const againMs = 5000
const placeOf = (card: Scorecard) => `backfill.scorecard.${card.rater.id}.${card.interviewId}`

/** One's own card of an interview, from the server. */
export function useCardQuery(interviewId: string) {
  return useQuery({
    queryKey: ["scorecards", "own", interviewId],
    queryFn: ({ signal }) => client.interviews.scorecard({ params: { interviewId }, signal }),
    // A draft lives in the page while it is filled in; reading it again in between would only race with the saves.
    refetchOnWindowFocus: false,
  })
}

export type CardWork = ReturnType<typeof useCard>

/**
 * A card being filled in. A draft saves itself as it changes, one save after the other, and stays on this device until
 * the server has it. A submitted card only changes when `amend` is called.
 */
export function useCard(card: Scorecard, itemIds: ReadonlyArray<string>) {
  const queryClient = useQueryClient()
  const { interviewId } = card
  const place = placeOf(card)
  const submitted = card.state === "submitted"
  const [draft, setDraft] = useState<CardDraft>(() => (submitted ? undefined : kept(place)) ?? draftOf(card))
  const [save, setSave] = useState<SaveState>(() => (!submitted && kept(place) ? "typing" : "saved"))
  const [problems, setProblems] = useState<ReadonlyArray<CardProblem>>([])
  const [pending, setPending] = useState(false)
  const [failure, setFailure] = useState<string>()
  const latest = useRef({ draft, version: card.version })
  const line = useRef<Promise<unknown>>(Promise.resolve())

  const know = useCallback(
    (next: Scorecard) => {
      latest.current.version = next.version
      queryClient.setQueryData(["scorecards", "own", interviewId], next)
    },
    [queryClient, interviewId],
  )

  const send = useCallback(async () => {
    const sent = latest.current.draft
    setSave("saving")
    try {
      const body = { ...contentOf(sent, itemIds), version: latest.current.version }
      know(await client.interviews.saveScorecard({ params: { interviewId }, body, key: crypto.randomUUID() }))
      if (latest.current.draft !== sent) return setSave("typing")
      forget(place)
      setSave("saved")
    } catch (error) {
      if (!hasStatus(error, 409)) return setSave("kept-here")
      const there = await client.interviews.scorecard({ params: { interviewId } }).catch(() => undefined)
      if (there) know(there)
      setSave("newer")
    }
  }, [interviewId, place, itemIds, know])

  const saveNow = useCallback(() => {
    line.current = line.current.then(send)
    return line.current
  }, [send])

  useEffect(() => {
    if (submitted || (save !== "typing" && save !== "kept-here")) return
    const timer = setTimeout(() => void saveNow(), save === "typing" ? afterMs : againMs)
    return () => clearTimeout(timer)
  }, [draft, save, submitted, saveNow])

  const change = (next: Partial<CardDraft>) => {
    const changed = { ...latest.current.draft, ...next }
    latest.current.draft = changed
    setDraft(changed)
    if (submitted) return
    setSave("typing")
    keep(place, changed)
  }
  const changeEntry = (itemId: string, part: Partial<Entry>) => {
    const { entries } = latest.current.draft
    setProblems((before) => before.filter((problem) => problem.itemId !== itemId))
    change({ entries: { ...entries, [itemId]: { ...(entries[itemId] ?? openEntry), ...part } } })
  }

  /** Runs a final act on the card as it stands; resolves to whether it was taken. */
  const finish = async (
    act: (content: CardContent, version: number) => Promise<Scorecard>,
  ): Promise<boolean> => {
    setPending(true)
    setFailure(undefined)
    await line.current
    const content = contentOf(latest.current.draft, itemIds)
    try {
      know(await act(content, latest.current.version))
      forget(place)
      setProblems([])
      setSave("saved")
      void queryClient.invalidateQueries({ queryKey: ["interviews"] })
      void queryClient.invalidateQueries({ queryKey: ["screening", "queue"] })
      return true
    } catch (error) {
      if (error instanceof ProblemError) setProblems(refusedAt(error.problem.errors ?? [], content))
      setFailure(failureWords(error))
      return false
    } finally {
      setPending(false)
    }
  }
  const request = { params: { interviewId } }
  const submit = () =>
    finish((content, version) =>
      client.interviews.submitScorecard({
        ...request,
        body: { ...content, version },
        key: crypto.randomUUID(),
      }),
    )
  const amend = (why: string) =>
    finish((content, version) =>
      client.interviews.amendScorecard({
        ...request,
        body: { ...content, why, version },
        key: crypto.randomUUID(),
      }),
    )
  const reset = () => change(draftOf(card))
  return {
    card,
    draft,
    save,
    problems,
    setProblems,
    pending,
    failure,
    submitted,
    change,
    changeEntry,
    saveNow,
    submit,
    amend,
    reset,
  }
}

function failureWords(error: unknown): string {
  if (error instanceof ProblemError) return error.message
  return "The server can’t be reached just now. Your card is kept on this device; try again in a moment."
}

function kept(place: string): CardDraft | undefined {
  try {
    const text = localStorage.getItem(place)
    return text === null ? undefined : (JSON.parse(text) as CardDraft)
  } catch {
    return undefined
  }
}

function keep(place: string, draft: CardDraft): void {
  try {
    localStorage.setItem(place, JSON.stringify(draft))
  } catch {
    // Storage may be full or blocked; the card is then safe once the server has it.
  }
}

function forget(place: string): void {
  try {
    localStorage.removeItem(place)
  } catch {
    // Nothing was kept where storage is blocked.
  }
}
