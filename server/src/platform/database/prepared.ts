import { Client, type ClientConfig } from "pg"

/** A statement is prepared once it has come this often, so that one-off texts take no memory in the database. */
const OFTEN = 3
/** Most statements prepared on a connection, and most texts counted on the way there. */
const MOST_NAMED = 300
const MOST_COUNTED = 2000

/** Gives statements that keep coming a name each, the same on every connection. */
export class Namer {
  readonly #named = new Map<string, string>()
  readonly #counts = new Map<string, number>()

  /** The statement's name once it has come often enough, else undefined; after 300 names nothing gets a new one. */
  nameOf(text: string): string | undefined {
    const known = this.#named.get(text)
    if (known !== undefined || this.#named.size >= MOST_NAMED) return known
    const count = (this.#counts.get(text) ?? 0) + 1
    if (count < OFTEN) {
      if (this.#counts.size >= MOST_COUNTED) this.#counts.clear()
      this.#counts.set(text, count)
      return undefined
    }
    this.#counts.delete(text)
    const name = `s${this.#named.size}`
    this.#named.set(text, name)
    return name
  }
}

const namer = new Namer()

interface Statement {
  name?: string
  text: string
}
const isStatement = (first: unknown): first is Statement =>
  typeof first === "object" && first !== null && "text" in first && !("submit" in first)

/**
 * A connection on which PostgreSQL parses and plans a statement with parameters once, not every time it comes:
 * for the reads of this product that is most of their work.
 */
export class PreparingClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config)
    const send = this.query.bind(this) as (...words: unknown[]) => unknown
    const query = (first: unknown, values?: unknown, ...rest: unknown[]) => {
      const named =
        isStatement(first) && first.name === undefined && Array.isArray(values) && values.length > 0
          ? { ...first, name: namer.nameOf(first.text) }
          : first
      return send(named, values, ...rest)
    }
    this.query = query as typeof this.query
  }
}
