import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { client } from "../../app/client.ts"
import { Button, Dialog, Field, TextArea } from "../../ui/index.ts"

/** Asks why someone needs the name before their card is in. The reason is recorded with the application. */
export function UnblindDialog({ applicationId, alias }: { applicationId: string; alias: string }) {
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState("")
  const queryClient = useQueryClient()
  const unblind = useMutation({
    mutationFn: () =>
      client.applications.unblind({
        params: { applicationId },
        body: { reason: reason.trim() },
        key: crypto.randomUUID(),
      }),
    onSuccess: async () => {
      setOpen(false)
      await queryClient.invalidateQueries()
    },
  })
  return (
    <>
      <Button className="text-ink-2" onClick={() => setOpen(true)}>
        See the name and the original
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={`Why do you need to know who ${alias} is?`}
        description="Scores hold better when the reader doesn’t know. The reason, your name and the time are recorded with the application, and others see that you looked."
        actions={
          <>
            <Button
              variant="danger-filled"
              pending={unblind.isPending}
              why={reason.trim().length < 3 ? "Give the reason first." : undefined}
              onClick={() => unblind.mutate()}
            >
              Record the reason and look
            </Button>
            <Button onClick={() => setOpen(false)}>Stay blind</Button>
          </>
        }
      >
        <Field label="Reason" error={unblind.error?.message}>
          <TextArea value={reason} maxLength={1000} onChange={(event) => setReason(event.target.value)} />
        </Field>
      </Dialog>
    </>
  )
}
