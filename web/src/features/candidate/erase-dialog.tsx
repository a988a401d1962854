import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { client } from "../../app/client.ts"
import { ProblemState } from "../../app/index.ts"
import { useAct } from "../../app/use-act.ts"
import { Button, Dialog, Field, FieldError, Loading, TextInput } from "../../ui/index.ts"
import { forgetRecordings } from "../recordings/index.ts"
import { deviceShelf } from "../public-pages/shelf.ts"
import type { ErasureCertificate } from "./certificate.tsx"
import { KeptList } from "./kept-list.tsx"

type EraseDialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  onErased: (certificate: ErasureCertificate) => void
}

const word = "erase"

/** Shows what erasing removes and what it can't, then asks for a typed word before it is done. */
export function EraseDialog({ open, onOpenChange, onErased }: EraseDialogProps) {
  const preview = useQuery({
    queryKey: ["candidate", "erasure"],
    queryFn: ({ signal }) => client.candidate.erasePreview({ signal }),
    enabled: open,
  })
  const [typed, setTyped] = useState("")
  const erase = useAct(
    (confirm: typeof word, key) => client.candidate.erase({ body: { confirm }, key }),
    async ({ certificate, kept }) => {
      await deviceShelf.removeAll("attempt/")
      await forgetRecordings("attempt/")
      window.scrollTo(0, 0)
      onErased({ certificate, kept, at: new Date().toISOString() })
    },
  )
  const held = preview.data?.hold === true
  const wrong = typed.trim().toLowerCase() !== word
  const actions = preview.data && !held && (
    <>
      <Button
        variant="danger-filled"
        pending={erase.pending}
        why={wrong ? `Type “${word}” at the end first.` : undefined}
        onClick={() => void erase.run(word)}
      >
        Erase for good
      </Button>
      <Button onClick={() => onOpenChange(false)}>Keep it</Button>
    </>
  )
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Erase your data?" actions={actions}>
      {!preview.data ? (
        preview.error ? (
          <ProblemState error={preview.error} retry={() => void preview.refetch()} />
        ) : (
          <Loading label="Loading what would be erased" />
        )
      ) : held ? (
        <p>
          Just now it can’t be erased: the law asks for it to be kept while a claim is open. Nothing was
          changed. It can be erased here once that is over.
        </p>
      ) : (
        <div className="grid gap-5">
          <div>
            <p className="font-semibold">Removed for good</p>
            <ul>
              {preview.data.removed.map((what) => (
                <li key={what} className="border-b border-rule py-1.5">
                  {what}
                </li>
              ))}
            </ul>
          </div>
          <KeptList kept={preview.data.kept} />
          <p>
            <span className="font-semibold text-warn">This can’t be undone.</span> Your application ends, and
            your link stops working. You may want to get a copy first.
          </p>
          <Field label={`Type “${word}” to go on`}>
            <TextInput
              value={typed}
              autoComplete="off"
              autoCapitalize="none"
              onChange={(event) => setTyped(event.target.value)}
            />
          </Field>
          {erase.failure && <FieldError>{erase.failure}</FieldError>}
        </div>
      )}
    </Dialog>
  )
}
