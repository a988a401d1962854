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
import { beginWith, forget, type KeptCard, keep, readKept, saysTheSame } from "./kept-card.ts"

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
  const [begin] = useState(() => beginWith(readKept(place), card, itemIds))
  const [draft, setDraft] = useState<CardDraft>(begin.draft)
  /** The card as another window saved it, beside the one here. Until one is chosen, nothing is sent. */
  const [theirs, setTheirs] = useState<Scorecard | undefined>(begin.theirs)
  const [save, setSave] = useState<SaveState>(begin.theirs ? "newer" : begin.unsaved ? "typing" : "saved")
  const [problems, setProblems] = useState<ReadonlyArray<CardProblem>>([])
  const [pending, setPending] = useState(false)
  const [failure, setFailure] = useState<string>()
  const latest = useRef({ draft, version: card.version, contested: begin.theirs !== undefined })
  const line = useRef<Promise<unknown>>(Promise.resolve())

  useEffect(() => {
    // What says the same as the server's card is safe there.
    if (!begin.unsaved) forget(place)
  }, [begin, place])

  const know = useCallback(
    (next: Scorecard) => {
      latest.current.version = next.version
      queryClient.setQueryData(["scorecards", "own", interviewId], next)
    },
    [queryClient, interviewId],
  )

  /** Looks what the server has after it refused a version: the same words, or others to choose beside one's own. */
  const meet = useCallback(async () => {
    const there = await client.interviews.scorecard({ params: { interviewId } }).catch(() => undefined)
    if (!there) return setSave("kept-here")
    know(there)
    if (there.state === "submitted" || saysTheSame(latest.current.draft, there, itemIds)) {
      forget(place)
      return setSave("saved")
    }
    latest.current.contested = true
    setTheirs(there)
    setSave("newer")
  }, [interviewId, itemIds, know, place])

  const send = useCallback(async () => {
    if (latest.current.contested) return
    const sent = latest.current.draft
    setSave("saving")
    try {
      const body = { ...contentOf(sent, itemIds), version: latest.current.version }
      know(await client.interviews.saveScorecard({ params: { interviewId }, body, key: crypto.randomUUID() }))
      if (latest.current.draft !== sent) {
        keep(place, keepable(latest.current))
        return setSave("typing")
      }
      forget(place)
      setSave("saved")
    } catch (error) {
      if (!hasStatus(error, 409)) return setSave("kept-here")
      await meet()
    }
  }, [interviewId, place, itemIds, know, meet])

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
    if (!latest.current.contested) setSave("typing")
    keep(place, keepable(latest.current))
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
    if (latest.current.contested) {
      setPending(false)
      return false
    }
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
      if (isStale(error)) await meet()
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
  const settle = (next: CardDraft) => {
    latest.current = { ...latest.current, draft: next, contested: false }
    setDraft(next)
    setTheirs(undefined)
    setFailure(undefined)
    setProblems([])
  }
  const keepMine = () => {
    settle(latest.current.draft)
    keep(place, keepable(latest.current))
    if (!submitted) void saveNow()
  }
  const takeTheirs = () => {
    settle(draftOf(card))
    forget(place)
    setSave("saved")
  }
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
    theirs,
    keepMine,
    takeTheirs,
    submit,
    amend,
    reset,
  }
}

function failureWords(error: unknown): string {
  if (error instanceof ProblemError) return error.message
  return "The server can’t be reached just now. Your card is kept on this device; try again in a moment."
}

const isStale = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.id === "stale_version"

/** While another version stands beside it, a draft was written on none that still stands. */
const keepable = ({ draft, version, contested }: KeptCard & { contested: boolean }): KeptCard => ({
  draft,
  version: contested ? -1 : version,
})
