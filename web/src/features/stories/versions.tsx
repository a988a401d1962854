import type { Story, StoryVersion } from "@backfill/contract"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { client } from "../../app/client.ts"
import { ProblemState } from "../../app/index.ts"
import { useAct } from "../../app/use-act.ts"
import { Button, Dialog, Field, FieldError, Loading, TextInput, Time } from "../../ui/index.ts"
import { titleOf } from "./story-mark.tsx"
import type { useStoryDraft } from "./use-story-draft.ts"

type VersionsProps = { story: Story; own: ReturnType<typeof useStoryDraft> }

/** Earlier versions to look at and go back to, and the present one to keep by name. */
export function Versions({ story, own }: VersionsProps) {
  const params = { storyId: story.id }
  const [name, setName] = useState("")
  const [looking, setLooking] = useState<StoryVersion>()
  const versions = useQuery({
    queryKey: ["stories", "versions", story.id, story.version],
    queryFn: ({ signal }) => client.stories.versions({ params, signal }).then(({ items }) => items),
    placeholderData: (before) => before,
  })
  const keep = useAct(
    async (body: { name: string }, key) => {
      await own.save()
      return client.stories.keepVersion({ params, body, key })
    },
    () => setName(""),
  )
  const back = useAct(
    async (versionId: string, key) => {
      await own.save()
      return client.stories.goBack({
        params: { ...params, versionId },
        body: { version: own.version() },
        key,
      })
    },
    (next) => {
      own.replace(next)
      setLooking(undefined)
    },
  )
  return (
    <div className="grid max-w-[46rem] gap-4">
      <form
        className="flex flex-wrap items-end gap-x-5 gap-y-2"
        onSubmit={(event) => {
          event.preventDefault()
          void keep.run({ name })
        }}
      >
        <div className="w-72 max-w-full">
          <Field label="A name for how it reads now" optional>
            <TextInput value={name} maxLength={100} onChange={(event) => setName(event.target.value)} />
          </Field>
        </div>
        <Button type="submit" pending={keep.pending}>
          Keep this version
        </Button>
      </form>
      {keep.failure && <FieldError>{keep.failure}</FieldError>}
      {versions.error && <ProblemState error={versions.error} retry={() => void versions.refetch()} />}
      {!versions.data && !versions.error && <Loading label="Loading earlier versions" />}
      {versions.data?.length === 0 && (
        <p className="text-ink-2">
          When you change a story after an hour or more, how it read before is kept here by itself.
        </p>
      )}
      <ul>
        {versions.data?.map((version) => (
          <li key={version.id} className="flex flex-wrap items-baseline gap-x-5 border-b border-rule py-1.5">
            <span className="min-w-0 flex-1 basis-52 [overflow-wrap:anywhere]">
              {version.name || "Kept by itself"}
            </span>
            <span className="text-small text-ink-2">
              <Time at={version.at} form="relative" />
            </span>
            <Button className="min-h-8!" onClick={() => setLooking(version)}>
              Look at it
            </Button>
          </li>
        ))}
      </ul>
      <Dialog
        wide
        open={looking !== undefined}
        onOpenChange={(open) => !open && setLooking(undefined)}
        title={looking ? titleOf(looking) : ""}
        description={looking?.name}
        actions={
          <Button
            variant="primary"
            pending={back.pending}
            onClick={() => looking && void back.run(looking.id)}
          >
            Go back to this
          </Button>
        }
      >
        <p className="read max-w-measure whitespace-pre-wrap [overflow-wrap:anywhere]">{looking?.text}</p>
        <p className="mt-4 text-small text-ink-2">What stands there now is kept as a version too.</p>
        {back.failure && <FieldError>{back.failure}</FieldError>}
      </Dialog>
    </div>
  )
}
