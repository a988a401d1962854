import { createHash, randomBytes } from "node:crypto"

/** A fresh secret of 256 bits, safe in an address. Only its hash is stored. */
export const newToken = (): string => randomBytes(32).toString("base64url")

export const hashToken = (token: string): Buffer => createHash("sha256").update(token).digest()
