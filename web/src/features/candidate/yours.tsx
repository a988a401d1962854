import { addressOf, api } from "@backfill/contract"
import { useQueryClient } from "@tanstack/react-query"
import { useRef, useState } from "react"
import { client } from "../../app/client.ts"
import { ConfirmDialog, Section } from "../../ui/index.ts"
import { ActionRow } from "./action-row.tsx"
import type { ErasureCertificate } from "./certificate.tsx"
import { EraseDialog } from "./erase-dialog.tsx"
import { ownPageQuery } from "./own-page.ts"

/** What is the candidate's to decide: take a copy, withdraw, have everything erased. */
export function Yours({
  ended,
  onErased,
}: {
  ended: boolean
  onErased: (certificate: ErasureCertificate) => void
}) {
  const queryClient = useQueryClient()
  const [asks, setAsks] = useState<"withdraw" | "erase">()
  const key = useRef(crypto.randomUUID())
  const withdraw = async () => {
    const page = await client.candidate.withdraw({ body: {}, key: key.current })
    queryClient.setQueryData(ownPageQuery.queryKey, page)
    window.scrollTo(0, 0)
  }
  return (
    <Section title="Yours to decide">
      <div className="-mt-3">
        <ActionRow
          title="Get a copy"
          detail="Everything you gave us, in one file"
          href={addressOf(api.candidate.download)}
        />
        {!ended && (
          <ActionRow
            title="Withdraw"
            detail="Ends your application; no reason needed"
            onPress={() => setAsks("withdraw")}
          />
        )}
        <ActionRow
          danger
          title="Erase my data"
          detail={`${ended ? "Removes" : "Withdraws and removes"} it all. First you see what goes and what has to stay`}
          onPress={() => setAsks("erase")}
        />
      </div>
      <ConfirmDialog
        open={asks === "withdraw"}
        onOpenChange={(open) => setAsks(open ? "withdraw" : undefined)}
        title="Withdraw your application?"
        consequence="Your application ends today, and appointments are called off."
        keeps="What you gave us stays until its erasure date; you can have it erased sooner here."
        confirm="Withdraw"
        cancel="Stay in"
        onConfirm={withdraw}
      />
      <EraseDialog
        open={asks === "erase"}
        onOpenChange={(open) => setAsks(open ? "erase" : undefined)}
        onErased={onErased}
      />
    </Section>
  )
}
