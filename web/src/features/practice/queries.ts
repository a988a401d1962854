import type { PracticeQuestion } from "@backfill/contract"
import { queryOptions } from "@tanstack/react-query"
import type { z } from "zod"
import { client } from "../../app/client.ts"

export type Asked = z.infer<typeof PracticeQuestion>

export const questionsQuery = queryOptions({
  queryKey: ["practice", "questions"],
  queryFn: ({ signal }) => client.practice.questions({ signal }),
})

export const attemptsQuery = queryOptions({
  queryKey: ["practice", "attempts"],
  queryFn: ({ signal }) => client.practice.attempts({ signal }),
})
