/** Where the database layer says what it does. A pino logger fits as it is. */
export interface Log {
  info(message: string): void
  warn(message: string): void
  error(message: string): void
}

/** Says nothing; for tools whose own output is the result. */
export const silent: Log = { info() {}, warn() {}, error() {} }
