import { addressOf, api, type Application } from "@backfill/contract"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { client } from "../../app/client.ts"
import { ProblemState } from "../../app/index.ts"
import { useAct } from "../../app/use-act.ts"
import { Button, bytesInWords, Link, Loading } from "../../ui/index.ts"
import { ReasonDialog } from "../../ui/reason-dialog.tsx"
import { can } from "./commands.ts"

/** What the candidate handed in; closed, with the name, to whoever must judge without it. */
export function Materials({ application }: { application: Application }) {
  if (application.blind) return <Blind application={application} />
  return application.status === "erased" ? (
    <p className="text-ink-2">Nothing is left of it.</p>
  ) : (
    <HandedIn applicationId={application.id} />
  )
}

/** Texts may be long and most visits don't need them, so they are fetched when somebody opens them. */
function HandedIn({ applicationId }: { applicationId: string }) {
  const [open, setOpen] = useState(false)
  const materials = useQuery({
    queryKey: ["applications", "materials", applicationId],
    queryFn: ({ signal }) => client.applications.materials({ params: { applicationId }, signal }),
    enabled: open,
  })
  return (
    <details className="w-full min-w-0" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="cursor-pointer py-1">Résumé, letter and answers</summary>
      <div className="mt-2 grid grid-cols-[minmax(0,1fr)] gap-5">
        {materials.error && <ProblemState error={materials.error} retry={() => void materials.refetch()} />}
        {!materials.data && !materials.error && <Loading label="Fetching what was handed in" lines={4} />}
        {materials.data && (
          <>
            <Files applicationId={applicationId} files={materials.data.files} />
            <LongText title="Résumé as text" text={materials.data.resumeText} />
            <LongText title="Cover letter" text={materials.data.coverLetter} />
            {materials.data.answers.length > 0 && (
              <div>
                <h3 className="text-small text-ink-2">Answers to the form</h3>
                <dl className="mt-1 grid gap-3 border-l border-rule pl-4">
                  {materials.data.answers.map(({ label, answer }) => (
                    <div key={label}>
                      <dt className="text-small text-ink-2">{label}</dt>
                      <dd className="[overflow-wrap:anywhere]">{answer || "–"}</dd>
                    </div>
                  ))}
                </dl>
              </div>
            )}
          </>
        )}
      </div>
    </details>
  )
}

type FileRow = { id: string; name: string; bytes: number }

function Files({ applicationId, files }: { applicationId: string; files: readonly FileRow[] }) {
  if (files.length === 0) return null
  return (
    <ul className="w-full">
      {files.map((file) => (
        <li key={file.id} className="flex justify-between gap-4 border-b border-rule py-1.5">
          <Link
            href={addressOf(api.applications.file, { applicationId, fileId: file.id })}
            download={file.name}
            className="min-w-0 break-words"
          >
            {file.name}
          </Link>
          <span className="shrink-0 text-small text-ink-2">{bytesInWords(file.bytes)}</span>
        </li>
      ))}
    </ul>
  )
}

function LongText({ title, text }: { title: string; text: string }) {
  if (text.trim() === "") return null
  return (
    <div>
      <h3 className="text-small text-ink-2">{title}</h3>
      <div
        tabIndex={0}
        role="group"
        aria-label={title}
        className="read mt-1 max-h-[28rem] overflow-y-auto border-l border-rule pl-4 text-[1rem]/6 break-words whitespace-pre-wrap"
      >
        {text}
      </div>
    </div>
  )
}
function Blind({ application }: { application: Application }) {
  const [asking, setAsking] = useState(false)
  const unblind = useAct((reason: string, key) =>
    client.applications.unblind({ params: { applicationId: application.id }, body: { reason }, key }),
  )
  return (
    <>
      <p className="max-w-measure text-ink-2">
        The name, the contact and the original file are closed to you, so that only the work is judged.
      </p>
      {can(application, "unblind") && <Button onClick={() => setAsking(true)}>See name and original</Button>}
      <ReasonDialog
        open={asking}
        onOpenChange={setAsking}
        title={`See who ${application.name} is?`}
        description="It is recorded with your name and your reason, and can’t be unseen."
        ask="Why do you need it now?"
        act="Show me"
        pending={unblind.pending}
        failure={unblind.failure}
        onGive={(reason) => unblind.run(reason)}
      />
    </>
  )
}
