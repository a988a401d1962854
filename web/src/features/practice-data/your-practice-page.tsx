import { addressOf, api, MAX_PRACTICE_FILE } from "@backfill/contract"
import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { client } from "../../app/client.ts"
import { sentenceFor, useAct } from "../../app/use-act.ts"
import { ConfirmButton, FieldError, FileDrop, Link, PageHeader, Section } from "../../ui/index.ts"

/** One's practice as a whole: out as one file, in from one, or gone. */
export function YourPracticePage() {
  const queryClient = useQueryClient()
  const [done, setDone] = useState<string>()
  const bring = useAct(
    (file: File, key) => client.practiceData.bring({ upload: file, key }),
    ({ added, alreadyHere }) => setDone(broughtWords(added, alreadyHere)),
  )
  const remove = async () => {
    try {
      await client.practiceData.removeAll({ key: crypto.randomUUID() })
    } catch (error) {
      throw new Error(sentenceFor(error))
    }
    forgetHere()
    setDone("All of your practice is deleted.")
    await queryClient.invalidateQueries()
  }
  return (
    <>
      <PageHeader
        over={<Link to="/home">Home</Link>}
        title="Your practice is yours"
        under="Tries, stories, versions and hints you set aside. Nobody else here can read them, whatever their role."
      />
      <p role="status" className={done ? "mb-6" : "sr-only"}>
        {done}
      </p>
      <div className="grid max-w-[46rem] gap-10">
        <Section title="Take it with you">
          <p className="mb-3 text-ink-2">
            Everything as one JSON file: to keep, or to take in at another Backfill.
          </p>
          <Link href={addressOf(api.practiceData.download)} download>
            Download everything
          </Link>
        </Section>
        <Section title="Take a file in" rule="hair">
          <FileDrop
            label="A file that Backfill wrote"
            help="Adds what isn’t here yet; nothing here is changed. Up to 50 MB."
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
            consequence="Every try, story, version and hint of yours is gone for good, from here and from the database. Backups made before still hold them until they are replaced."
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

function broughtWords(added: Record<string, number>, alreadyHere: number): string {
  const all = Object.values(added).reduce((sum, each) => sum + each, 0)
  const stories = added.stories ?? 0
  if (all === 0) return "Everything in that file is here already. Nothing was changed."
  return `Taken in: ${all} ${all === 1 ? "entry" : "entries"}, ${stories} of them ${stories === 1 ? "a story" : "stories"}${alreadyHere > 0 ? `; ${alreadyHere} were here already` : ""}.`
}

/** Words that this device still kept for the server. */
function forgetHere(): void {
  try {
    for (const key of Object.keys(localStorage))
      if (/^backfill\.(story|practice)\./.test(key)) localStorage.removeItem(key)
  } catch {
    // Nothing was kept where storage is blocked.
  }
}
