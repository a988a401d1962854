import { redactResume } from "@backfill/core"
import { eq } from "drizzle-orm"
import type { Tx } from "../../platform/app.ts"
import { applications, candidates } from "../../platform/database/schema/hiring.ts"
import { found } from "../../platform/problem-error.ts"

/** A text of an application that may be cited, under the name its addresses use. */
export interface CitedText {
  artifact: "resume" | "resume-redacted"
  text: string
}

interface Applied {
  id: string
  candidateId: string
}

/** What a candidate wrote when they applied. */
export async function selectHandedIn(tx: Tx, applicationId: string) {
  const [row] = await tx
    .select({
      resumeText: applications.resumeText,
      coverLetter: applications.coverLetter,
      answers: applications.answers,
    })
    .from(applications)
    .where(eq(applications.id, applicationId))
  return found(row)
}

/** What redaction knows of a candidate: what they gave in the form. */
export async function personOf(tx: Tx, candidateId: string) {
  const [row] = await tx
    .select({ name: candidates.name, email: candidates.email, phone: candidates.phone })
    .from(candidates)
    .where(eq(candidates.id, candidateId))
  return found(row)
}

/** Résumé and letter without what tells who wrote them: name, address of mail, telephone and what else the rules find. */
export async function redactedTexts(tx: Tx, { id, candidateId }: Applied) {
  const person = await personOf(tx, candidateId)
  const { resumeText, coverLetter } = await selectHandedIn(tx, id)
  return { resume: redactResume(resumeText, person), coverLetter: redactResume(coverLetter, person) }
}

/** The résumé as a rater of this kind of round reads and cites it: redacted in a screen, as it was given in an interview. */
export async function readableResume(
  tx: Tx,
  application: Applied,
  kind: "screen" | "interview",
): Promise<CitedText> {
  if (kind === "interview")
    return { artifact: "resume", text: (await selectHandedIn(tx, application.id)).resumeText }
  return { artifact: "resume-redacted", text: (await redactedTexts(tx, application)).resume.text }
}
