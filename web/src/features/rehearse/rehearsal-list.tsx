import type { Rehearsal } from "@backfill/contract"
import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { useAccount } from "../../app/index.ts"
import { sentenceFor } from "../../app/use-act.ts"
import { Button, bytesInWords, clockFigures, ConfirmDialog, Link, Table, Time } from "../../ui/index.ts"
import { deleteRehearsal } from "./forget.ts"
import type { Named } from "./names.ts"
import { refreshRehearsals } from "./queries.ts"

type RehearsalListProps = {
  rehearsals: readonly Rehearsal[]
  named: (about: Rehearsal["recording"]) => Named
  /** Undefined until it is known. */
  space: { bytes: number; maxBytes: number } | undefined
}

/** Everything told, the newest first, with the space it takes and the way to delete it. */
export function RehearsalList({ rehearsals, named, space }: RehearsalListProps) {
  const queryClient = useQueryClient()
  const account = useAccount()
  const [leaving, setLeaving] = useState<Rehearsal>()
  const remove = async () => {
    if (!leaving) return
    try {
      await deleteRehearsal(queryClient, account.id, leaving.recording.id)
    } catch (error) {
      throw new Error(sentenceFor(error))
    }
    await refreshRehearsals(queryClient)
  }
  return (
    <>
      <Table<Rehearsal>
        stacks
        density="tall"
        caption="Your rehearsals"
        rows={rehearsals}
        rowKey={({ recording }) => recording.id}
        empty="Your rehearsals will stand here, each with its length and what you heard in it."
        columns={[
          {
            id: "name",
            head: "Told",
            names: true,
            cell: ({ recording }) => <Name recording={recording} named={named(recording)} />,
          },
          {
            id: "when",
            head: "When",
            cell: ({ recording }) => <Time at={recording.createdAt} form="relative" />,
          },
          { id: "length", head: "Length", figure: true, cell: (row) => <Length rehearsal={row} /> },
          { id: "marks", head: "Marked", figure: true, cell: ({ marks }) => marks.length },
          {
            id: "size",
            head: "Space",
            figure: true,
            cell: ({ recording }) => bytesInWords(recording.offset),
          },
          {
            id: "delete",
            head: <span className="sr-only">Delete</span>,
            className: "text-right",
            cell: (row) => (
              <Button
                variant="danger"
                aria-label={`Delete the rehearsal of ${named(row.recording).name}, take ${row.recording.take}`}
                onClick={() => setLeaving(row)}
              >
                Delete
              </Button>
            ),
          },
        ]}
      />
      {space && rehearsals.length > 0 && (
        <p className="mt-3 text-small text-ink-2">
          Together {bytesInWords(space.bytes)} of the {bytesInWords(space.maxBytes)} you have here.
        </p>
      )}
      <ConfirmDialog
        open={leaving !== undefined}
        onOpenChange={(open) => !open && setLeaving(undefined)}
        title="Delete this rehearsal?"
        consequence="The recording, your marks and its transcript are gone for good. The story stays."
        confirm="Delete for good"
        onConfirm={remove}
      />
    </>
  )
}

function Name({
  recording,
  named: { story, question, name },
}: {
  recording: Rehearsal["recording"]
  named: Named
}) {
  return (
    <span className="grid min-w-0 py-1">
      <Link to="/rehearse/$recordingId" params={{ recordingId: recording.id }} look="ink">
        {name}
      </Link>
      {story && question && <span className="text-small font-normal text-ink-2">{question.title}</span>}
    </span>
  )
}

function Length({ rehearsal: { recording } }: { rehearsal: Rehearsal }) {
  if (recording.state === "receiving") return <span className="text-ink-2">not all here</span>
  if (recording.durationMs === null) return <span className="text-ink-2">being made ready</span>
  return clockFigures(recording.durationMs / 1000)
}
