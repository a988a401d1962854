import { addressOf, api, MAX_PRACTICE_FILE } from "@backfill/contract"
import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { client } from "../../app/client.ts"
import { useAccount } from "../../app/index.ts"
import { forgetKept, placesOf } from "../../app/kept-place.ts"
import { sentenceFor, useAct } from "../../app/use-act.ts"
import { ConfirmButton, FieldError, FileDrop, Link, PageHeader, Section } from "../../ui/index.ts"
import { forgetMock } from "../mocks/on-this-device.ts"
import { discardHere } from "../recordings/index.ts"
import { forgetAllHeard } from "../rehearse/heard-store.ts"
import { rehearsalsOwner } from "../rehearse/owner.ts"

type Brought = Awaited<ReturnType<typeof client.practiceData.bring>>

/** One's practice as a whole: out as one file, in from one, or gone. */
export function YourPracticePage() {
  const { id } = useAccount()
  const queryClient = useQueryClient()
  const [done, setDone] = useState<string>()
  const bring = useAct(
    (file: File, key) => client.practiceData.bring({ upload: file, key }),
    (brought) => setDone(broughtWords(brought)),
  )
  const remove = async () => {
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
        <Section title="Take it with you">
          <p className="mb-3 text-ink-2">
            Everything as one JSON file: to keep, or to take in at another Backfill. Of mock interviews it
            holds what was handed to you and what you haven’t handed over yet, to read. Of recordings it holds
            what you noted and the address of each; picture and sound you save one by one.
          </p>
          <Link href={addressOf(api.practiceData.download)} download>
            Download everything
          </Link>
        </Section>
        <Section title="Take a file in" rule="hair">
          <FileDrop
            label="A file that Backfill wrote"
            help="Adds what isn’t here yet; nothing here is changed. Mock interviews and recordings stay behind. Up to 50 MB."
            accept=".json,application/json"
            maxBytes={MAX_PRACTICE_FILE}
            files={[]}
            onFiles={([file]) => {
              setDone(undefined)
              if (file) void bring.run(file)
            }}
            onRemove={bring.reset}
          />
          {bring.pending && <p className="mt-2 text-ink-2">Taking it in…</p>}
          {bring.failure && <FieldError>{bring.failure}</FieldError>}
        </Section>
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

function broughtWords({ added, alreadyHere, leftBehind }: Brought): string {
  const all = Object.values(added).reduce((sum, each) => sum + each, 0)
  const stories = added.stories ?? 0
  const stays = leftBehind === 0 ? "" : ` ${staysWords(leftBehind)}`
  if (all === 0 && leftBehind === 0) return "Everything in that file is here already. Nothing was changed."
  if (all === 0) return `There was nothing to take in, and nothing was changed.${stays}`
  return `Taken in: ${all} ${all === 1 ? "entry" : "entries"}, ${stories} of them ${stories === 1 ? "a story" : "stories"}${alreadyHere > 0 ? `; ${alreadyHere} were here already` : ""}.${stays}`
}

const staysWords = (entries: number): string =>
  `${entries === 1 ? "One mock interview or recording stays" : `${entries} mock interviews or recordings stay`} behind: a mock is between two accounts of one installation, and picture and sound aren’t in the file. What it holds of them can be read there.`
