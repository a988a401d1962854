import { ReadinessExercise } from "@backfill/core"
import { z } from "zod"
import { Ok, typed } from "./basics.ts"
import { endpoint } from "./endpoint.ts"

/** 0 until the person has changed it: nothing is kept of what is as it was shipped. */
const TouchedVersion = z.number().int().min(0)
const Text = typed(400, 1)

export const ReadinessItem = z.strictObject({
  id: z.string(),
  text: z.string(),
  detail: z.string().nullable(),
  exercise: z.strictObject({ id: z.string(), title: z.string(), minutes: z.number() }).nullable(),
  done: z.boolean(),
  hidden: z.boolean(),
  own: z.boolean().describe("The person added it."),
  shippedText: z.string().nullable().describe("How it read before the person reworded it; else null."),
  version: TouchedVersion,
})
export type ReadinessItem = z.infer<typeof ReadinessItem>
export const ReadinessGroup = z.strictObject({
  id: z.string(),
  title: z.string(),
  note: z.string().nullable(),
  daysBefore: z.number().nullable(),
  items: z.array(ReadinessItem),
})
export type ReadinessGroup = z.infer<typeof ReadinessGroup>
export const ReadinessList = z.strictObject({
  id: z.string(),
  title: z.string(),
  summary: z.string(),
  frame: z
    .array(z.strictObject({ title: z.string(), minutes: z.number(), item: ReadinessItem }))
    .describe("A timed frame, part by part; each can be reworded and hidden as an item can."),
  groups: z.array(ReadinessGroup),
})
export type ReadinessList = z.infer<typeof ReadinessList>
export const OnSite = z.strictObject({
  onSite: z.iso.date().nullable().describe("The calendar date of the on-site, where the person is."),
})
export type OnSite = z.infer<typeof OnSite>

const item = z.strictObject({ itemId: z.string().max(64) })
export const readiness = {
  page: endpoint({
    method: "GET",
    path: "/api/practice/readiness",
    summary: "Your checklists, with what you ticked, added, reworded and hid",
    callers: ["account"],
    response: z.strictObject({ lists: z.array(ReadinessList) }),
  }),
  exercise: endpoint({
    method: "GET",
    path: "/api/practice/readiness/exercises/:exerciseId",
    summary: "A short exercise or reading with its worked answer",
    callers: ["account"],
    params: z.strictObject({ exerciseId: z.string().max(64) }),
    response: ReadinessExercise,
  }),
  add: endpoint({
    method: "POST",
    path: "/api/practice/readiness/items",
    summary: "Add an item of your own to a group",
    callers: ["account"],
    body: z.strictObject({ groupId: z.string().max(64), text: Text }),
    response: ReadinessItem,
  }),
  change: endpoint({
    method: "PUT",
    path: "/api/practice/readiness/items/:itemId",
    summary: "Tick, reword, hide or bring back an item",
    callers: ["account"],
    params: item,
    body: z.strictObject({
      text: Text.nullable().describe("Your wording; null for the one it came with."),
      done: z.boolean(),
      hidden: z.boolean(),
      version: TouchedVersion,
    }),
    response: ReadinessItem,
  }),
  remove: endpoint({
    method: "DELETE",
    path: "/api/practice/readiness/items/:itemId",
    summary: "Delete an item that you added",
    callers: ["account"],
    params: item,
    response: Ok,
  }),
  onSite: endpoint({
    method: "GET",
    path: "/api/practice/on-site",
    summary: "The date that your plan leads to",
    callers: ["account"],
    response: OnSite,
  }),
  saveOnSite: endpoint({
    method: "PUT",
    path: "/api/practice/on-site",
    summary: "Set or clear the date that your plan leads to",
    callers: ["account"],
    body: OnSite,
    response: OnSite,
  }),
}
