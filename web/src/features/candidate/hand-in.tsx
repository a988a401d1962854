import type { Attempt } from "@backfill/contract"
import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { client } from "../../app/client.ts"
import { hasStatus } from "../../app/index.ts"
import { useAct } from "../../app/use-act.ts"
import { Button, Dialog, FieldError } from "../../ui/index.ts"
import { wordCount } from "./attempt-clock.ts"
import { attemptQuery } from "./own-page.ts"
import type { AttemptText } from "./use-attempt-text.ts"

type HandInProps = { attempt: Attempt; work: AttemptText; uploading: boolean }

/** Hands the work in, after the last words are on the server and the person has seen what goes. */
export function HandIn({ attempt, work, uploading }: HandInProps) {
  const queryClient = useQueryClient()
  const [asks, setAsks] = useState(false)
  const [unsaved, setUnsaved] = useState(false)
  const { queryKey } = attemptQuery(attempt.id)
  const submit = useAct(
    async (attemptId: string, key) => {
      const version = queryClient.getQueryData<Attempt>(queryKey)?.version ?? attempt.version
      try {
        return await client.candidate.submitAttempt({ params: { attemptId }, body: { version }, key })
      } catch (error) {
        if (!hasStatus(error, 409)) throw error
        // It may have arrived at an earlier press whose answer got lost.
        const now = await client.candidate.attempt({ params: { attemptId } })
        if (now.state === "running") throw error
        return now
      }
    },
    (handedIn) => {
      queryClient.setQueryData(queryKey, handedIn)
      window.scrollTo(0, 0)
    },
  )
  const press = async () => {
    setUnsaved(false)
    if (await work.save()) await submit.run(attempt.id)
    else setUnsaved(true)
  }
  const talk = attempt.submission === "none"
  const words = wordCount(work.text)
  const nothing = words === 0 && attempt.files.length === 0 && !talk
  return (
    <div className="grid gap-3 border-t border-rule-strong pt-4">
      <Button
        variant="primary"
        wide
        why={uploading ? "A file is still on its way." : undefined}
        onClick={() => setAsks(true)}
      >
        {talk ? "I’m done" : "Hand in"}
      </Button>
      {!talk && (
        <p className="text-small text-ink-2">
          {attempt.factor === null
            ? "Hand in when you are done; there is no hurry."
            : "Run out of time and what is saved by then counts as handed in."}
        </p>
      )}
      <Dialog
        open={asks}
        onOpenChange={setAsks}
        title={talk ? "Finish the exercise?" : nothing ? "Hand in with nothing in it?" : "Hand in your work?"}
        description={
          talk
            ? "The clock stops."
            : `It goes as it is: ${contents(words, attempt.files.length)}. Afterwards it can’t be changed.`
        }
        actions={
          <>
            <Button variant="primary" pending={submit.pending} onClick={() => void press()}>
              {talk ? "Finish" : "Hand it in"}
            </Button>
            <Button onClick={() => setAsks(false)}>Work on</Button>
          </>
        }
      >
        {(unsaved || submit.failure) && (
          <FieldError>
            {unsaved
              ? work.state === "elsewhere"
                ? "Nothing was handed in: there are two versions of your text. Choose one first."
                : "Nothing was handed in yet: your last words haven’t reached the server. They are kept; try again once you are connected."
              : submit.failure}
          </FieldError>
        )}
      </Dialog>
    </div>
  )
}

/** What a submission holds: "412 words and 2 files". */
function contents(words: number, files: number): string {
  const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`
  if (words === 0 && files === 0) return "no words and no file"
  const parts = [words > 0 && counted(words, "word"), files > 0 && counted(files, "file")]
  return parts.filter(Boolean).join(" and ")
}
