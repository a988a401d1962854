import { useSyncExternalStore } from "react"

function listen(changed: () => void): () => void {
  addEventListener("online", changed)
  addEventListener("offline", changed)
  return () => {
    removeEventListener("online", changed)
    removeEventListener("offline", changed)
  }
}

/** Whether this device has a network at all; the server may still be out of reach. */
export function useOnline(): boolean {
  return useSyncExternalStore(listen, () => navigator.onLine)
}
