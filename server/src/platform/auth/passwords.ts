import { argon2, randomBytes, timingSafeEqual } from "node:crypto"
import { promisify } from "node:util"

const derive = promisify(argon2)
/** OWASP's minimum for Argon2id (19 MiB, two passes, one lane). */
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 }

const tag = (password: string, nonce: Buffer) =>
  derive("argon2id", { ...COST, message: Buffer.from(password.normalize("NFKC")), nonce })

/** Hashes a password with Argon2id; the answer holds its own salt and cost. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  return `argon2id$${nonce.toString("base64")}$${(await tag(password, nonce)).toString("base64")}`
}

const DUMMY = `argon2id$${Buffer.alloc(16).toString("base64")}$${Buffer.alloc(32).toString("base64")}`

/** Checks a password. Without a stored hash it does the same work and says no, so that timing tells nothing. */
export async function checkPassword(password: string, stored: string | undefined): Promise<boolean> {
  const [, nonce = "", expected = ""] = (stored ?? DUMMY).split("$")
  const given = await tag(password, Buffer.from(nonce, "base64"))
  return timingSafeEqual(given, Buffer.from(expected, "base64")) && stored !== undefined
}
