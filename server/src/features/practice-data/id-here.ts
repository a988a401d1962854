import { attemptId as idFor } from "../practice/practice.store.ts"

/** The id that a row of a file gets where its own is taken. The same account and row give the same one each time. */
export const idHere = (accountId: string, id: string, time = 1): string =>
  idFor(accountId, time === 1 ? `brought ${id}` : `brought ${time} ${id}`)
