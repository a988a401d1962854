import { addressOf, api, type Application } from "@backfill/contract"
import { useState } from "react"
import { client } from "../../app/client.ts"
import { useAct } from "../../app/use-act.ts"
import { Button, bytesInWords, DefinitionRows, Link } from "../../ui/index.ts"
import { ReasonDialog } from "../../ui/reason-dialog.tsx"
import { can } from "./commands.ts"

/** What the candidate handed in; closed, with the name, to whoever must judge without it. */
export function Materials({ application }: { application: Application }) {
  const { materials } = application
  return (
    <div className="grid justify-items-start gap-4">
      {application.blind && <Blind application={application} />}
      {materials && (
        <>
          {materials.files.length > 0 && (
            <ul className="w-full">
              {materials.files.map((file) => (
                <li key={file.id} className="flex justify-between gap-4 border-b border-rule py-1.5">
                  <Link
                    href={addressOf(api.applications.file, {
                      applicationId: application.id,
                      fileId: file.id,
                    })}
                    download={file.name}
                    className="min-w-0 break-words"
                  >
                    {file.name}
                  </Link>
                  <span className="shrink-0 text-small text-ink-2">{bytesInWords(file.bytes)}</span>
                </li>
              ))}
            </ul>
          )}
          <LongText title="Résumé as text" text={materials.resumeText} />
          <LongText title="Cover letter" text={materials.coverLetter} />
          {materials.answers.length > 0 && (
            <details className="w-full">
              <summary className="cursor-pointer py-1">
                Answers to the form, {materials.answers.length}
              </summary>
              <DefinitionRows
                rows={materials.answers.map(({ label, answer }) => ({ term: label, detail: answer || "–" }))}
              />
            </details>
          )}
        </>
      )}
    </div>
  )
}

function LongText({ title, text }: { title: string; text: string }) {
  if (text.trim() === "") return null
  return (
    <details className="w-full">
      <summary className="cursor-pointer py-1">{title}</summary>
      <div
        tabIndex={0}
        className="read mt-1 max-h-[28rem] overflow-y-auto border-l border-rule pl-4 text-[1rem]/6 break-words whitespace-pre-wrap"
      >
        {text}
      </div>
    </details>
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
