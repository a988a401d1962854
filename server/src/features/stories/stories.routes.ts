import { type api, MAX_STORIES } from "@backfill/contract"
import type { Tx } from "../../platform/app.ts"
import type { Call, Handlers } from "../../platform/http/call.ts"
import { pdfApart } from "../../platform/pdf/pdf-apart.ts"
import { ProblemError } from "../../platform/problem-error.ts"
import { limit } from "../../platform/rate-limit.ts"
import { attemptId as idFor } from "../practice/practice.store.ts"
import { storiesDocument } from "./stories.document.ts"
import { keepsBefore, standsAs } from "./stories.policy.ts"
import { presentStory, presentVersion } from "./stories.present.ts"
import {
  countStories,
  deleteHint,
  deleteStory,
  insertHint,
  insertStories,
  insertVersion,
  lastKept,
  selectHints,
  selectStories,
  selectStory,
  selectVersion,
  selectVersions,
  type StoryRow,
  updateStory,
} from "./stories.store.ts"

/** An id that a repeated request finds again: from its key, its place and what it is for; drawn where there is no key. */
function newId(call: Call, purpose: string): string {
  const key = call.request.headers["idempotency-key"]
  return idFor(call.account.id, typeof key === "string" && key !== "" ? `${purpose}\n${key}` : undefined)
}

const present = async (tx: Tx, row: StoryRow) => presentStory(row, await selectHints(tx, row.accountId))

const keep = (tx: Tx, call: Call, story: StoryRow, name: string) =>
  insertVersion(tx, story, {
    id: newId(call, "version"),
    accountId: story.accountId,
    storyId: story.id,
    name,
    title: story.title,
    text: story.text,
    at: call.now,
  })

/** Like all of practice, stories leave no audit entry, signal or remembered answer where the hiring side could read it. */
export const handlers: Handlers<typeof api.stories> = {
  list: (call) =>
    call.read(async (tx) => {
      const hints = await selectHints(tx, call.account.id)
      return { items: (await selectStories(tx, call.account.id)).map((row) => presentStory(row, hints)) }
    }),

  create: async (call) => {
    await limit(call.db, `practice:${call.account.id}`, 60, 60)
    return call.db.transaction(async (tx) => {
      const accountId = call.account.id
      // Each a millisecond after the one before, so that a file keeps its order.
      const rows = await insertStories(
        tx,
        accountId,
        call.body.stories.map((draft, at) => ({
          ...draft,
          id: newId(call, `story ${at}`),
          accountId,
          createdAt: new Date(call.now.getTime() + at),
          updatedAt: call.now,
        })),
      )
      if ((await countStories(tx, accountId)) > MAX_STORIES)
        throw new ProblemError("invalid_request", {
          detail: `You can keep up to ${MAX_STORIES} stories. Nothing was added; delete some first.`,
        })
      return { items: rows.map((row) => presentStory(row, [])) }
    })
  },

  pdf: async (call) => {
    await limit(call.db, `practice-pdf:${call.account.id}`, 10, 60)
    const stories = await call.read((tx) => selectStories(tx, call.account.id))
    const today = call.now.toISOString().slice(0, 10)
    const body = await pdfApart(storiesDocument(stories, today), { front: false, textSize: 12 })
    return { name: `backfill-stories-${today}.pdf`, mediaType: "application/pdf", body }
  },

  read: async (call) => present(call.db, await selectStory(call.db, call.account.id, call.params.storyId)),

  save: async (call) => {
    const { version, ...draft } = call.body
    return call.db.transaction(async (tx) => {
      const before = await selectStory(tx, call.account.id, call.params.storyId, { lock: true })
      // A repeated save whose first answer was lost on the way: nothing to do, and no quarrel about versions.
      if (before.version === version + 1 && standsAs(before, draft)) return present(tx, before)
      if (before.version !== version) throw new ProblemError("stale_version")
      if (keepsBefore(before, draft, await lastKept(tx, before), call.now)) await keep(tx, call, before, "")
      return present(tx, await updateStory(tx, before, { ...draft, updatedAt: call.now }))
    })
  },

  remove: async (call) => {
    await deleteStory(call.db, call.account.id, call.params.storyId)
    return { ok: true }
  },

  versions: (call) =>
    call.read(async (tx) => {
      const story = await selectStory(tx, call.account.id, call.params.storyId)
      return { items: (await selectVersions(tx, story)).map(presentVersion) }
    }),

  keepVersion: (call) =>
    call.db.transaction(async (tx) => {
      const story = await selectStory(tx, call.account.id, call.params.storyId, { lock: true })
      return presentVersion(await keep(tx, call, story, call.body.name.trim()))
    }),

  goBack: (call) =>
    call.db.transaction(async (tx) => {
      const before = await selectStory(tx, call.account.id, call.params.storyId, { lock: true })
      const { title, text } = await selectVersion(tx, before, call.params.versionId)
      const there = before.title === title && before.text === text
      if (there && before.version === call.body.version + 1) return present(tx, before)
      if (before.version !== call.body.version) throw new ProblemError("stale_version")
      if (!there && before.text.trim() !== "") await keep(tx, call, before, "Before going back")
      return present(tx, await updateStory(tx, before, { title, text, updatedAt: call.now }))
    }),

  dismissHint: (call) =>
    call.db.transaction(async (tx) => {
      const story = await selectStory(tx, call.account.id, call.params.storyId, { lock: true })
      const same = (await selectHints(tx, story.accountId)).some(
        (hint) =>
          hint.storyId === story.id && hint.finding === call.body.finding && hint.quote === call.body.quote,
      )
      if (!same)
        await insertHint(tx, {
          ...call.body,
          id: newId(call, "hint"),
          accountId: story.accountId,
          storyId: story.id,
          at: call.now,
        })
      return present(tx, story)
    }),

  restoreHint: (call) =>
    call.db.transaction(async (tx) => {
      const story = await selectStory(tx, call.account.id, call.params.storyId, { lock: true })
      await deleteHint(tx, story.accountId, story.id, call.params.hintId)
      return present(tx, story)
    }),
}
