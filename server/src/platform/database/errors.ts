/** What went wrong with the database, as a stable word that programs and documentation may rely on. */
export type DatabaseProblem =
  | "database_platform"
  | "database_path"
  | "database_permission"
  | "database_disk_full"
  | "database_locked"
  | "database_version"
  | "database_unknown_folder"
  | "database_missing_data"
  | "database_start_failed"
  | "database_unreachable"
  | "database_access"
  | "database_roles"
  | "database_busy"
  | "database_schema_newer"
  | "database_migration_changed"
  | "database_migration_failed"
  | "backup_target_exists"
  | "backup_file_changed"
  | "backup_damaged"
  | "backup_newer"
  | "restore_not_empty"

/**
 * The database can't be used, and a person has to do something about it.
 * `message` is written for that person: what happened, what is safe, what to do now. `cause` is for the log.
 */
export class DatabaseUnavailable extends Error {
  readonly id: DatabaseProblem

  constructor(id: DatabaseProblem, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = "DatabaseUnavailable"
    this.id = id
  }
}

/** The text code (`ENOENT`, `42501`, …) that Node and PostgreSQL put on their errors, if there is one. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("code" in error)) return undefined
  return typeof error.code === "string" ? error.code : undefined
}

/** The message of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/**
 * Puts a file-system error into a sentence about `path`.
 * Errors that are sentences already come back unchanged.
 */
export function explainFileError(error: unknown, path: string): DatabaseUnavailable {
  if (error instanceof DatabaseUnavailable) return error
  const code = codeOf(error)
  if (code === "ENOSPC" || code === "EDQUOT") {
    return new DatabaseUnavailable(
      "database_disk_full",
      `There is no space left to write ${path}. Everything saved so far is safe. Free some space on that disk, then start again.`,
      { cause: error },
    )
  }
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
    return new DatabaseUnavailable(
      "database_permission",
      `Backfill may not use ${path} (${code}). Nothing was changed. Give the account that runs the server the right to read and write it, or choose another data folder with BACKFILL_DATA.`,
      { cause: error },
    )
  }
  return new DatabaseUnavailable(
    "database_path",
    `Backfill can’t use ${path}: ${messageOf(error)}. Nothing was changed. Check the path, or choose another data folder with BACKFILL_DATA.`,
    { cause: error },
  )
}

/** Whether Node's file system says so; a missing socket is `ENOENT` too, but from `connect`. */
export function isFileError(error: unknown): boolean {
  return error instanceof Error && "path" in error && "syscall" in error && error.syscall !== "connect"
}

const notReachable = new Set([
  "ECONNREFUSED",
  "ENOENT",
  "ENOTFOUND",
  "ETIMEDOUT",
  "ECONNRESET",
  "EHOSTUNREACH",
  "EPIPE",
  "EAI_AGAIN",
])

/**
 * Puts an error met while *connecting* or *querying* into a sentence, when it is about the server and not
 * about the query; returns undefined for every other error (a broken constraint, a syntax error, a bug).
 * SQLSTATE codes: https://www.postgresql.org/docs/15/errcodes-appendix.html
 */
export function explainServerError(error: unknown): DatabaseUnavailable | undefined {
  if (error instanceof DatabaseUnavailable) return error
  const code = codeOf(error)
  const message = messageOf(error)
  const explained = (id: DatabaseProblem, text: string) => new DatabaseUnavailable(id, text, { cause: error })
  if (code === "53100") {
    return explained(
      "database_disk_full",
      "The database’s disk is full, so this change was not saved. What was saved before is safe. Free some space, then try again.",
    )
  }
  if (code === "53300") {
    return explained(
      "database_busy",
      "The database has no free connection. Nothing was changed. Try again in a moment; if it keeps happening, raise max_connections or lower the pool size.",
    )
  }
  if (code === "28P01" || code === "28000" || code === "3D000") {
    return explained(
      "database_access",
      `The database refused to let Backfill in: ${message}. Nothing was changed. Check the user, password and database name in DATABASE_URL.`,
    )
  }
  const gone = (notReachable.has(code ?? "") && !isFileError(error)) || /^(57P|08)/.test(code ?? "")
  // What `pg` says itself when the connection breaks has no code.
  const dropped =
    /^Connection terminated|^Client has encountered a connection error|^timeout exceeded when trying/.test(
      message,
    )
  if (!gone && !dropped) return undefined
  return explained(
    "database_unreachable",
    `The database can’t be reached (${code ?? message}). What was saved is safe. Check that it is running and that the address in DATABASE_URL is right, then try again.`,
  )
}
