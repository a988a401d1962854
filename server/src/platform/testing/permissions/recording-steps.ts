import { PHONE_MP4, TestUploader } from "../../recordings/test-upload.ts"
import type { TestApp, TestPerson } from "../test-app.ts"
import { type Applied, VIDEO } from "./opening-steps.ts"
import { candidateCookie } from "./sign-in.ts"

/** Gives the video response, and answers it as the candidate with one take: all of it uploaded, handed in or not. */
export async function recordAnswer(
  t: TestApp,
  recruiter: TestPerson,
  { applicationId }: Applied,
  { handIn }: { handIn: boolean },
) {
  const { id: attemptId } = await recruiter.client.attempts.schedule({
    params: { applicationId },
    body: { exerciseId: VIDEO, availableFrom: null },
  })
  const cookie = await candidateCookie(t, applicationId)
  const { candidate, recordings } = t.client(cookie)
  const params = { attemptId }
  const { version } = await candidate.startAttempt({ params, body: {} })
  const recordingId = await upload(t, cookie, `/api/candidate/attempts/${attemptId}/recordings`)
  const chosen = await recordings.choose({ params: { recordingId }, body: { version } })
  if (handIn) await candidate.submitAttempt({ params, body: { version: chosen.version } })
  return { videoAttemptId: attemptId, recordingId, recordingBytes: PHONE_MP4.length }
}

/** Records something to practise. */
export async function recordPractice(t: TestApp, { cookie }: TestPerson) {
  return { id: await upload(t, cookie, "/api/practice/recordings"), bytes: PHONE_MP4.length }
}

async function upload(t: TestApp, cookie: string, place: string): Promise<string> {
  const uploader = new TestUploader(t, cookie)
  const at = await uploader.create(place)
  await uploader.all(at, PHONE_MP4, PHONE_MP4.length)
  return at.split("/").at(-1) ?? ""
}
