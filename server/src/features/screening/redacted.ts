import { redactResume } from "@backfill/core"
import { eq } from "drizzle-orm"
import type { Tx } from "../../platform/app.ts"
import { candidates } from "../../platform/database/schema/hiring.ts"
import { found } from "../../platform/problem-error.ts"

/** A text of an application that may be cited, under the name its addresses use. */
export interface CitedText {
  artifact: "resume" | "resume-redacted"
  text: string
}

interface Written {
  candidateId: string
  resumeText: string
  coverLetter: string
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
export async function redactedTexts(tx: Tx, application: Written) {
  const person = await personOf(tx, application.candidateId)
  return {
    resume: redactResume(application.resumeText, person),
    coverLetter: redactResume(application.coverLetter, person),
  }
}

/** The résumé as a rater of this kind of round reads and cites it: redacted in a screen, as it was given in an interview. */
export async function readableResume(
  tx: Tx,
  application: Written,
  kind: "screen" | "interview",
): Promise<CitedText> {
  if (kind === "interview") return { artifact: "resume", text: application.resumeText }
  return { artifact: "resume-redacted", text: (await redactedTexts(tx, application)).resume.text }
}
