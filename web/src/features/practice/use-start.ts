import type { Level } from "@backfill/core"
import { useNavigate } from "@tanstack/react-router"
import { client } from "../../app/client.ts"
import { useAct } from "../../app/use-act.ts"

/** Starts a try at a question and goes to it. */
export function useStart() {
  const navigate = useNavigate()
  return useAct(
    (body: { kitId: string; itemId: string; level: Level }, key) => client.practice.start({ body, key }),
    (attempt) => navigate({ to: "/practice/$attemptId", params: { attemptId: attempt.id } }),
  )
}
