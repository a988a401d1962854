import { Toast as Radix } from "radix-ui"
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from "react"
import { cx } from "./cx.ts"

export type ToastRequest = {
  /** What was done, in one sentence: "Mirela moved to Debrief." */
  message: string
  /** Takes it back; offered as a word for as long as the toast stands. */
  undo?: () => void
  /** `warn` interrupts a screen reader; anything else waits its turn. */
  tone?: "plain" | "warn"
}

type Shown = ToastRequest & { id: number }
const Raise = createContext<((request: ToastRequest) => void) | undefined>(undefined)
let lastId = 0

/** Returns the function that shows a toast. Needs a ToastProvider above. */
export function useToast(): (request: ToastRequest) => void {
  const raise = useContext(Raise)
  if (!raise) throw new Error("useToast needs a ToastProvider above it")
  return raise
}

/** Keeps the toasts, at most three, near the foot of the window, above what a page keeps there; hovering or focusing one holds its time. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Shown[]>([])
  const raise = useCallback((request: ToastRequest) => {
    lastId += 1
    const next = { ...request, id: lastId }
    setShown((before) => [...before.slice(-2), next])
  }, [])
  const drop = useCallback(
    (id: number) => setShown((before) => before.filter((toast) => toast.id !== id)),
    [],
  )
  const toasts = useMemo(
    () => shown.map((toast) => <Notice key={toast.id} toast={toast} onDrop={drop} />),
    [shown, drop],
  )
  return (
    <Raise value={raise}>
      <Radix.Provider label="Message" duration={8000} swipeDirection="down">
        {children}
        {toasts}
        <Radix.Viewport
          label="Messages ({hotkey})"
          className="fixed bottom-20 left-1/2 z-50 grid w-max max-w-[calc(100vw-2rem)] -translate-x-1/2 gap-2 outline-none"
        />
      </Radix.Provider>
    </Raise>
  )
}

function Notice({ toast, onDrop }: { toast: Shown; onDrop: (id: number) => void }) {
  const warn = toast.tone === "warn"
  return (
    <Radix.Root
      type={warn ? "foreground" : "background"}
      onOpenChange={(open) => !open && onDrop(toast.id)}
      className={cx(
        "flex items-center gap-6 rounded-control bg-ink px-4 py-2.5 text-paper shadow-float",
        warn && "bg-warn-fill text-on-fill",
      )}
    >
      <Radix.Title>{toast.message}</Radix.Title>
      {toast.undo && (
        <Radix.Action
          altText="Undo"
          onClick={toast.undo}
          className="cursor-pointer font-semibold underline decoration-1 underline-offset-4"
        >
          Undo
        </Radix.Action>
      )}
    </Radix.Root>
  )
}
