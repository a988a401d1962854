import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useRef } from "react"
import { ProblemError } from "./api.ts"

/** What went wrong as one sentence for the person, for beside the button that was pressed. */
export function sentenceFor(error: unknown): string {
  if (error instanceof ProblemError) return error.problem.detail ?? error.problem.title
  if (error instanceof TypeError)
    return "The server can’t be reached. What you typed is still here; check your connection and press again."
  return "Something in this page went wrong. Nothing was sent; reload and try again."
}

/**
 * A write to the server. `act` receives an idempotency key made once for what is being said: pressing twice, or again
 * after a lost connection, repeats the same request; a refusal or a changed input begins a new one. Afterwards
 * everything shown is read again, also when somebody else was quicker (409).
 */
export function useAct<Input, Answer>(
  act: (input: Input, key: string) => Promise<Answer>,
  after?: (answer: Answer, input: Input) => unknown,
) {
  const queryClient = useQueryClient()
  const intent = useRef<{ said: string; key: string } | undefined>(undefined)
  const mutation = useMutation({
    mutationFn: ({ input, key }: { input: Input; key: string }) => act(input, key),
    onSuccess: () => {
      intent.current = undefined
      void queryClient.invalidateQueries()
    },
    onError: (error) => {
      if (!(error instanceof ProblemError)) return
      intent.current = undefined
      if (error.problem.status === 409) void queryClient.invalidateQueries()
    },
  })
  /** Resolves to false when it was refused, couldn't be sent, or is still under way. */
  const run = async (input: Input): Promise<boolean> => {
    if (mutation.isPending) return false
    const said = JSON.stringify(input) ?? ""
    if (intent.current?.said !== said) intent.current = { said, key: crypto.randomUUID() }
    try {
      const answer = await mutation.mutateAsync({ input, key: intent.current.key })
      await after?.(answer, input)
      return true
    } catch {
      return false
    }
  }
  return {
    run,
    pending: mutation.isPending,
    error: mutation.error ?? undefined,
    failure: mutation.error ? sentenceFor(mutation.error) : undefined,
    fieldError: (path: string) =>
      mutation.error instanceof ProblemError ? mutation.error.fieldError(path) : undefined,
    reset: mutation.reset,
  }
}
