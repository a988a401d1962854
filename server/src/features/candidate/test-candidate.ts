import { type ApiProblem, type Client } from "@backfill/contract"
import { desc } from "drizzle-orm"
import { applications } from "../../platform/database/schema/hiring.ts"
import type { TestApp } from "../../platform/testing/test-app.ts"
import type { submission } from "../openings/test-role.ts"

export interface TestCandidate {
  applicationId: string
  client: Client
  cookie: string
  link: string
}

/** The cookie a link's token is exchanged for; rejects like the client when the link is no longer good. */
export async function openLink(t: TestApp, link: string): Promise<string> {
  const token = link.split("#")[1] ?? ""
  const answer = await t.fetch("/api/candidate/sessions", {
    method: "POST",
    headers: { "content-type": "application/json", "x-backfill": "1" },
    body: JSON.stringify({ token }),
  })
  if (!answer.ok)
    throw Object.assign(new Error("refused"), { problem: (await answer.json()) as ApiProblem["problem"] })
  return answer.headers.get("set-cookie")?.split(";")[0] ?? ""
}

/** Applies and opens the candidate's own page. */
export async function applyAs(
  t: TestApp,
  slug: string,
  body: ReturnType<typeof submission>,
): Promise<TestCandidate> {
  const { link } = await t.client().publicPages.apply({ params: { slug }, body })
  const [row] = await t.app.db.hiring
    .select({ id: applications.id })
    .from(applications)
    .orderBy(desc(applications.submittedAt))
    .limit(1)
  const cookie = await openLink(t, link)
  return { applicationId: row?.id ?? "", client: t.client(cookie), cookie, link }
}
