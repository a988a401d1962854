import { addressOf, api, type Application } from "@backfill/contract"
import { type ReactNode, useState } from "react"
import { client } from "../../app/client.ts"
import { useAct } from "../../app/use-act.ts"
import { Button, Dialog, FieldError, Link, Section } from "../../ui/index.ts"
import { CopyLink } from "../../ui/copy-link.tsx"
import { ReasonDialog } from "../../ui/reason-dialog.tsx"
import { can } from "./commands.ts"

/** The candidate's link and data: send again, hand out, hold, erase. */
export function Keeping({ application }: { application: Application }) {
  // Held here: once erased, the button that asked for it is gone.
  const [certificate, setCertificate] = useState<string>()
  const parts: ReactNode[] = []
  if (can(application, "resendLink")) parts.push(<ResendLink key="link" application={application} />)
  if (can(application, "accessExport"))
    parts.push(
      <Link
        key="export"
        href={addressOf(api.applications.accessExport, { applicationId: application.id })}
        download
      >
        Everything held on them, as a file
      </Link>,
    )
  if (can(application, "legalHold")) parts.push(<LegalHold key="hold" application={application} />)
  if (can(application, "erase"))
    parts.push(<Erase key="erase" application={application} onErased={setCertificate} />)
  if (parts.length === 0 && !application.legalHold && !certificate) return null
  return (
    <Section
      title="Link and data"
      note={application.legalHold ? "legal hold: nothing is erased" : undefined}
      rule="hair"
    >
      <div className="grid justify-items-start gap-2">{parts}</div>
      <Dialog
        open={certificate !== undefined}
        onOpenChange={() => setCertificate(undefined)}
        title="Erased"
        description="Keep this for your records; it names nobody."
        actions={<Button onClick={() => setCertificate(undefined)}>Done</Button>}
      >
        <pre className="max-h-72 overflow-auto bg-sunk p-3 font-mono text-small whitespace-pre-wrap">
          {certificate}
        </pre>
      </Dialog>
    </Section>
  )
}

function ResendLink({ application }: { application: Application }) {
  const [asking, setAsking] = useState(false)
  const [made, setMade] = useState<{ link: string; mailed: boolean }>()
  const resend = useAct(
    (applicationId: string, key) => client.applications.resendLink({ params: { applicationId }, key }),
    (answer) => setMade(answer),
  )
  const close = () => {
    setAsking(false)
    setMade(undefined)
  }
  return (
    <>
      <Button onClick={() => setAsking(true)}>New link to their page</Button>
      <Dialog
        open={asking}
        onOpenChange={close}
        title={made ? (made.mailed ? "Link mailed" : "Pass this link on") : "Make a new link?"}
        description={
          made
            ? "It opens their own page and is shown only now."
            : "The link they have stops working at once."
        }
        actions={
          made ? (
            <Button onClick={close}>Done</Button>
          ) : (
            <>
              <Button
                variant="primary"
                pending={resend.pending}
                onClick={() => void resend.run(application.id)}
              >
                Make a new link
              </Button>
              <Button onClick={close}>Leave it</Button>
            </>
          )
        }
      >
        {made && <CopyLink label="Link to their page" link={made.link} />}
        {resend.failure && <FieldError>{resend.failure}</FieldError>}
      </Dialog>
    </>
  )
}

function LegalHold({ application }: { application: Application }) {
  const [asking, setAsking] = useState(false)
  const { legalHold } = application
  const set = useAct((body: { hold: boolean; reason: string; version: number }, key) =>
    client.applications.legalHold({ params: { applicationId: application.id }, body, key }),
  )
  return (
    <>
      <Button onClick={() => setAsking(true)}>
        {legalHold ? "Lift the legal hold" : "Set a legal hold"}
      </Button>
      <ReasonDialog
        open={asking}
        onOpenChange={setAsking}
        title={legalHold ? "Lift the legal hold?" : "Set a legal hold?"}
        description={
          legalHold
            ? "Erasure and retention apply again from then on."
            : "Nothing of this application is erased while it stands, also not on request."
        }
        ask="Why?"
        act={legalHold ? "Lift it" : "Set it"}
        pending={set.pending}
        failure={set.failure}
        onGive={(reason) => set.run({ hold: !legalHold, reason, version: application.version })}
      />
    </>
  )
}

function Erase({
  application,
  onErased,
}: {
  application: Application
  onErased: (certificate: string) => void
}) {
  const [asking, setAsking] = useState(false)
  const erase = useAct(
    (body: { reason: string; version: number }, key) =>
      client.applications.erase({ params: { applicationId: application.id }, body, key }),
    (answer) => onErased(answer.certificate),
  )
  return (
    <>
      <Button variant="danger" onClick={() => setAsking(true)}>
        Erase this application
      </Button>
      <ReasonDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Erase everything about ${application.name}?`}
        description="This can’t be undone: form, files, notes and cards go. What stays is that there was an application, and why it was erased."
        ask="Why is it erased?"
        act="Erase for good"
        danger
        pending={erase.pending}
        failure={erase.failure}
        onGive={(reason) => erase.run({ reason, version: application.version })}
      />
    </>
  )
}
