import { ProblemError } from "../../app/api.ts"

/** What to do after a request of an upload failed. */
export type Verdict =
  /** Ask how far it came, and go on, after a wait. */
  | { next: "again"; offline: boolean }
  /** The upload is gone on the server; what the device has is sent as a new one. */
  | { next: "anew" }
  /** Nobody is signed in any more; it goes on once somebody is. */
  | { next: "sign-in" }
  /** The server won't take it, however often it is asked. */
  | { next: "stop"; why: string }

/** `unreadable-response` comes from what stands between, e.g. a proxy that wants smaller pieces; those follow. */
const PASSING = new Set(["upload_offset", "upload_checksum", "upload_locked", "unreadable-response"])

/** Judges a failure. A lost network throws a TypeError, a request that took too long a TimeoutError. */
export function verdictOf(error: unknown): Verdict {
  if (!(error instanceof ProblemError)) return { next: "again", offline: true }
  const { status, id, detail, title } = error.problem
  if (id === "upload_gone") return { next: "anew" }
  if (status === 401) return { next: "sign-in" }
  const passing = status >= 500 || status === 429 || PASSING.has(id)
  if (passing && id !== "storage_full") return { next: "again", offline: false }
  return { next: "stop", why: detail ?? title }
}
