/** The id of the problem a call is refused with, or "done" when it isn't. */
export const refusal = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => "done",
    (error: { problem?: { id: string } }) => error.problem?.id ?? String(error),
  )
