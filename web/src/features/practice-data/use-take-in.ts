import { useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef, useState } from "react"
import { client } from "../../app/client.ts"
import { sentenceFor } from "../../app/use-act.ts"
import { practiceRemote, uploadTake } from "../recordings/index.ts"
import { type Step, takeIn, type TakenIn } from "./take-in.ts"

export type TakingIn =
  | { at: "idle" }
  | { at: "running"; step: Step }
  | { at: "done"; taken: TakenIn }
  | { at: "failed"; why: string }

/** Takes one file in at a time, while this page is open. What has arrived when it is left stays. */
export function useTakeIn(accountId: string) {
  const queryClient = useQueryClient()
  const [taking, setTaking] = useState<TakingIn>({ at: "idle" })
  const running = useRef<AbortController | undefined>(undefined)
  useEffect(() => () => running.current?.abort(), [])
  const run = async (file: File) => {
    if (running.current) return
    const controller = new AbortController()
    running.current = controller
    setTaking({ at: "running", step: { at: "reading" } })
    const bringKey = crypto.randomUUID()
    try {
      const taken = await takeIn(file, {
        bring: (json) => client.practiceData.bring({ upload: json, key: bringKey }),
        bringRecording: (body) =>
          client.practiceData.bringRecording({ body, signal: AbortSignal.timeout(20_000) }),
        remote: practiceRemote(accountId),
        upload: uploadTake,
        random: Math.random,
        wait: (ms) => waitOrWake(ms, controller.signal),
        signal: controller.signal,
        onStep: (step) => setTaking({ at: "running", step }),
      })
      setTaking({ at: "done", taken })
    } catch (error) {
      setTaking({ at: "failed", why: sentenceFor(error) })
    }
    running.current = undefined
    await queryClient.invalidateQueries()
  }
  return {
    taking,
    run,
    stop: () => running.current?.abort(),
    reset: () => setTaking((now) => (now.at === "running" ? now : { at: "idle" })),
  }
}

/** Waits so long, or until the network is back or the whole is called off. */
const waitOrWake = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      removeEventListener("online", done)
      signal.removeEventListener("abort", done)
      resolve()
    }
    const timer = setTimeout(done, signal.aborted ? 0 : ms)
    addEventListener("online", done)
    signal.addEventListener("abort", done)
  })
