const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

/** The bytes that a base64 text stands for; not every runtime has a function for it yet. */
export function bytesOfBase64(text: string): Uint8Array {
  const digits = text.replace(/=+$/, "")
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4))
  let [bits, held, at] = [0, 0, 0]
  for (const digit of digits) {
    bits = (bits << 6) | DIGITS.indexOf(digit)
    held += 6
    if (held >= 8) {
      held -= 8
      bytes[at] = (bits >>> held) & 255
      at += 1
    }
  }
  return bytes
}
