import type { Client } from "@backfill/contract"

type Apply = Client["publicPages"]["apply"]
/** An application as it is sent. */
export type ApplyBody = Extract<Parameters<Apply>[0], object>["body"]
/** What the server says to it. */
export type ApplyAnswer = Awaited<ReturnType<Apply>>
