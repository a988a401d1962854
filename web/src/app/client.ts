import { api, createClient } from "@backfill/contract"
import { problemOf } from "./api.ts"

/** The API of the contract, typed. Refusals throw a ProblemError, a lost network a TypeError. */
export const client = createClient(api, async (url, init) => {
  const response = await fetch(url, init as RequestInit)
  if (!response.ok) throw await problemOf(response)
  return response
})
