import { Level } from "@backfill/core"
import { z } from "zod"
import { Instant, Ok, params, Token, typed, Uuid, Version } from "./basics.ts"
import { endpoint } from "./endpoint.ts"
import { ConsoleEvent, ConsoleItem, NoteEntry } from "./interviews.ts"

/**
 * What another engineer catches in a mock: an on-call moment waved away, a cut-over nobody tested, a saving that doesn't
 * add up. An event names one by its place here, from 1.
 */
export const TELLS = ["on-call-waved-away", "cut-over-untested", "saving-does-not-add-up"] as const
export type Tell = (typeof TELLS)[number]

/** The asker's view of one answer: an anchor of the question, and a word on it. `score` is null where none was chosen. */
export const MockRating = z.strictObject({
  itemId: z.string().max(64),
  score: z.number().int().min(1).max(5).nullable(),
  comment: typed(4000),
})
export type MockRating = z.infer<typeof MockRating>

/**
 * Where one half stands. `waiting`: nobody has joined yet. `ready`: both are there. `handed`: notes and ratings belong to
 * the one who answered.
 */
export const HalfState = z.enum(["waiting", "ready", "running", "ended", "handed"])
export type HalfState = z.infer<typeof HalfState>
/** One half as one of the two sees it: when and how long, and while it runs the question in the room. Nothing of the notes. */
export const MockHalf = z.strictObject({
  number: z.union([z.literal(1), z.literal(2)]),
  mine: z.enum(["asker", "answerer"]),
  state: HalfState,
  level: Level,
  minutes: z.number(),
  questions: z.number().int(),
  startedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  handedAt: Instant.nullable(),
  asked: z
    .strictObject({ number: z.number().int(), wording: z.string() })
    .nullable()
    .describe("The question in the room now, while the half runs."),
  kept: z.boolean().describe("Whether what was handed over is still there for the one who answered."),
})
export type MockHalf = z.infer<typeof MockHalf>
/** A mock interview of two people, as one of them sees it. */
export const Mock = z.strictObject({
  id: Uuid,
  made: z.boolean().describe("Whether the reader made it; who made it asks first."),
  other: z
    .string()
    .nullable()
    .describe("The other one’s name; null before anybody joined, and after they left."),
  joined: z.boolean(),
  linkExpiresAt: Instant.nullable(),
  createdAt: Instant,
  halves: z.array(MockHalf),
  maySwap: z.boolean().describe("Whether the reader can begin the second half, asking."),
  serverNow: Instant,
})
export type Mock = z.infer<typeof Mock>
/** What the asker works with in their half, with all they have written so far. */
export const MockConsole = z.strictObject({
  other: z.string().nullable(),
  level: Level,
  minutes: z.number(),
  opening: z.number(),
  closing: z.number(),
  items: z.array(ConsoleItem),
  notes: z.array(NoteEntry),
  events: z.array(ConsoleEvent),
  ratings: z.array(MockRating),
  ratingsVersion: Version,
  startedAt: Instant.nullable(),
  serverNow: Instant,
})
export type MockConsole = z.infer<typeof MockConsole>
/** What was handed over of one answer. Signs and tells come as words: what was heard, and at which second. */
export const MockAnswer = z.strictObject({
  id: z.string(),
  title: z.string(),
  wording: z.string(),
  seconds: z.number().int(),
  anchors: z.array(z.string()).length(5),
  score: z.number().int().nullable(),
  comment: z.string(),
  good: z.array(z.string()),
  warnings: z.array(z.string()),
  tells: z.array(z.strictObject({ tell: z.enum(TELLS), atSeconds: z.number().int() })),
  notes: z.array(z.strictObject({ id: Uuid, atSeconds: z.number().int(), text: z.string() })),
})
export type MockAnswer = z.infer<typeof MockAnswer>
export const MockFeedback = z.strictObject({
  by: z.string().nullable(),
  level: Level,
  startedAt: Instant.nullable(),
  handedAt: Instant,
  answers: z.array(MockAnswer),
})
export type MockFeedback = z.infer<typeof MockFeedback>

const id = params("mockId")
const Chosen = z.strictObject({
  kitId: z.string().max(64),
  itemIds: z.array(z.string().max(64)).min(1).max(8),
  level: Level,
})
const Judged = z.strictObject({ ratings: z.array(MockRating).max(8), version: Version })
const ByLink = z.strictObject({ token: Token })

export const mocks = {
  list: endpoint({
    method: "GET",
    path: "/api/mocks",
    summary: "Your mock interviews, newest first",
    callers: ["account"],
    response: z.strictObject({ items: z.array(Mock) }),
  }),
  create: endpoint({
    method: "POST",
    path: "/api/mocks",
    summary: "Set up a mock interview; whoever sets it up asks first",
    callers: ["account"],
    body: Chosen,
    response: Mock,
  }),
  link: endpoint({
    method: "POST",
    path: "/api/mocks/:mockId/link",
    summary: "Make the link for the other person; an earlier one stops working",
    callers: ["account"],
    params: id,
    response: z.strictObject({ link: z.url(), expiresAt: Instant }),
  }),
  view: endpoint({
    method: "POST",
    path: "/api/mocks/view",
    summary: "What a link leads to; doesn’t use it up",
    callers: ["account"],
    body: ByLink,
    response: z.strictObject({
      from: z.string(),
      mine: z.boolean().describe("Made by the reader, who can’t be both."),
      minutes: z.number(),
      questions: z.number().int(),
      expiresAt: Instant,
    }),
  }),
  join: endpoint({
    method: "POST",
    path: "/api/mocks/join",
    summary: "Join with the link; it then works for nobody else",
    callers: ["account"],
    body: ByLink,
    response: Mock,
  }),
  read: endpoint({
    method: "GET",
    path: "/api/mocks/:mockId",
    summary: "Where a mock stands, for one of its two",
    callers: ["account"],
    params: id,
    response: Mock,
  }),
  console: endpoint({
    method: "GET",
    path: "/api/mocks/:mockId/console",
    summary: "The asker’s console, until it is handed over",
    callers: ["account"],
    params: id,
    response: MockConsole,
  }),
  sync: endpoint({
    method: "POST",
    path: "/api/mocks/:mockId/sync",
    summary: "Send notes and events made on the asker’s device; answers with all of them, merged",
    callers: ["account"],
    params: id,
    body: z.strictObject({
      notes: z.array(NoteEntry).max(500),
      events: z.array(ConsoleEvent).max(500),
      startedAt: Instant.nullable().describe("When the half began, by the device that began it."),
    }),
    response: z.strictObject({
      notes: z.array(NoteEntry),
      events: z.array(ConsoleEvent),
      serverNow: Instant,
    }),
  }),
  rate: endpoint({
    method: "PUT",
    path: "/api/mocks/:mockId/ratings",
    summary: "Save the asker’s ratings, as long as they aren’t handed over",
    callers: ["account"],
    params: id,
    body: Judged,
    response: Judged,
  }),
  handOver: endpoint({
    method: "POST",
    path: "/api/mocks/:mockId/hand-over",
    summary:
      "Give notes, signs, tells and ratings to the one who answered; the asker can’t read them afterwards",
    callers: ["account"],
    params: id,
    body: Judged,
    response: Mock,
  }),
  feedback: endpoint({
    method: "GET",
    path: "/api/mocks/:mockId/feedback",
    summary: "What was handed over to you",
    callers: ["account"],
    params: id,
    response: MockFeedback,
  }),
  discard: endpoint({
    method: "DELETE",
    path: "/api/mocks/:mockId/feedback",
    summary: "Delete what was handed over to you",
    callers: ["account"],
    params: id,
    response: Ok,
  }),
  swap: endpoint({
    method: "POST",
    path: "/api/mocks/:mockId/second-half",
    summary: "Begin the second half: who answered asks",
    callers: ["account"],
    params: id,
    body: Chosen,
    response: Mock,
  }),
  remove: endpoint({
    method: "DELETE",
    path: "/api/mocks/:mockId",
    summary: "Leave a mock; what was handed to the other one stays theirs",
    callers: ["account"],
    params: id,
    response: Ok,
  }),
}
