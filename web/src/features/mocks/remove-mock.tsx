import { useQueryClient } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { client } from "../../app/client.ts"
import { useAccount } from "../../app/index.ts"
import { sentenceFor } from "../../app/use-act.ts"
import { ConfirmButton } from "../../ui/index.ts"
import { forgetMock } from "./on-this-device.ts"
import { otherName, type TimedMock } from "./use-mock.ts"

/** Leaves the mock, with all that is one's own in it. */
export function RemoveMock({ mock }: { mock: TimedMock }) {
  const { id } = useAccount()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const other = otherName(mock)
  const remove = async () => {
    try {
      await client.mocks.remove({ params: { mockId: mock.id } })
    } catch (error) {
      throw new Error(sentenceFor(error))
    }
    await forgetMock(id, mock.id)
    await navigate({ to: "/mocks" })
    await queryClient.invalidateQueries({ queryKey: ["mocks", "list"] })
  }
  return (
    <div className="border-t border-rule pt-4">
      <ConfirmButton
        title={mock.joined ? "Leave and delete this mock?" : "Delete this mock?"}
        consequence={
          mock.joined
            ? "The notes you were given and those you haven’t handed over are gone for good."
            : "Its link stops working."
        }
        keeps={mock.other !== null && `What you handed to ${other} stays theirs, without your name.`}
        confirm={mock.joined ? "Leave and delete" : "Delete"}
        onConfirm={remove}
      >
        {mock.joined ? "Leave this mock" : "Delete this mock"}
      </ConfirmButton>
    </div>
  )
}
