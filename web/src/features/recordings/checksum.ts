/** The value of tus's `Upload-Checksum` for these bytes: SHA-256 in base64. Needs a secure page, as recording does. */
export async function checksumOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))
  return `sha256 ${btoa(String.fromCharCode(...digest))}`
}
