/** What the browser says of its space, in bytes; undefined where it doesn't say. */
export type Space = { writable: boolean; quota: number | undefined; usage: number | undefined }

/**
 * `good`: a whole recording fits on the device, or nothing speaks against it. `short`: it may not. `none`: the browser
 * keeps nothing at all, as some private windows do.
 */
export type StorageVerdict = "good" | "short" | "none"

/** Whether so many bytes will find a place on this device. Asked before the start, so that nobody learns it at the end. */
export function storageVerdict({ writable, quota, usage }: Space, needed: number): StorageVerdict {
  if (!writable) return "none"
  if (quota === undefined) return "good"
  return quota - (usage ?? 0) < needed ? "short" : "good"
}

/** The warning to show before the start; undefined where there is none to give. */
export function storageWords(verdict: StorageVerdict): string | undefined {
  if (verdict === "none")
    return "This window keeps nothing on your device; a private window may be why. You can record, but leave the page open until it says that everything has arrived."
  if (verdict === "short")
    return "Your device has little space left for this page. Make some room first; if you record anyway, leave the page open until it says that everything has arrived."
  return undefined
}
