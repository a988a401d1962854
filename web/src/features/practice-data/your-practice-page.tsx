import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { client } from "../../app/client.ts"
import { useAccount } from "../../app/index.ts"
import { forgetKept, placesOf } from "../../app/kept-place.ts"
import { sentenceFor } from "../../app/use-act.ts"
import { ConfirmButton, Link, PageHeader, Section } from "../../ui/index.ts"
import { forgetMock } from "../mocks/on-this-device.ts"
import { discardHere } from "../recordings/index.ts"
import { forgetAllHeard } from "../rehearse/heard-store.ts"
import { rehearsalsOwner } from "../rehearse/owner.ts"
import { TakeInPart } from "./take-in-part.tsx"
import { TakeOutPart } from "./take-out-part.tsx"
import { useTakeIn } from "./use-take-in.ts"

/** One's practice as a whole: out as one file, in from one, or gone. */
export function YourPracticePage() {
  const { id } = useAccount()
  const queryClient = useQueryClient()
  const [done, setDone] = useState<string>()
  const { reset, ...takeIn } = useTakeIn(id)
  const remove = async () => {
    takeIn.stop()
    try {
      const mocks = (await client.mocks.list()).items
      // What waits here goes first: an upload under way would be begun anew.
      await discardHere(rehearsalsOwner(id))
      await client.practiceData.removeAll({ key: crypto.randomUUID() })
      await Promise.all([forgetAllHeard(), ...mocks.map((mock) => forgetMock(id, mock.id))])
    } catch (error) {
      throw new Error(sentenceFor(error))
    }
    for (const beginning of [placesOf(id), "backfill.practice."]) forgetKept(beginning)
    reset()
    setDone("All of your practice is deleted.")
    await queryClient.invalidateQueries()
  }
  return (
    <>
      <PageHeader
        over={<Link to="/home">Home</Link>}
        title="Your practice is yours"
        under="Tries, stories with their versions and the hints you set aside, checklists and your date, mock interviews, recordings with what you noted on them. Nobody else here can read them, whatever their role."
      />
      <p role="status" className={done ? "mb-6" : "sr-only"}>
        {done}
      </p>
      <div className="grid max-w-[46rem] gap-10">
        <TakeOutPart />
        <TakeInPart
          {...takeIn}
          run={(file) => {
            setDone(undefined)
            return takeIn.run(file)
          }}
        />
        <Section title="Delete it all" rule="hair">
          <p className="mb-3 text-ink-2">
            Your account stays. Interviews you conduct for others aren’t practice and stay too.
          </p>
          <ConfirmButton
            title="Delete all of your practice?"
            consequence="Every try, story, recording, checklist mark and date of yours is gone for good, from here and from the database. You leave every mock interview: what you handed to others stays theirs, and a half that isn’t handed over ends for both of you, with its notes. Backups made before still hold them until they are replaced."
            confirm="Delete it all"
            typed="delete"
            onConfirm={remove}
          >
            Delete all of my practice
          </ConfirmButton>
        </Section>
      </div>
    </>
  )
}
