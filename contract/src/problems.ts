import { z } from "zod"

/** Every error the API can answer: stable id, status, and the sentence a person reads when nothing more exact is known. */
export const PROBLEMS = {
  invalid_request: [
    422,
    "Some of what was sent can’t be used. The fields below say why; nothing was changed.",
  ],
  malformed_json: [400, "The request wasn’t readable JSON. Nothing was changed."],
  unsupported_media: [415, "This kind of content isn’t taken here. Nothing was stored."],
  too_large: [413, "That’s more than fits here. Nothing was stored; send something smaller."],
  not_signed_in: [401, "Please sign in first. What you typed is still on this device."],
  wrong_credentials: [
    401,
    "That e-mail and password don’t match. Try again, or ask the owner for a reset link.",
  ],
  not_allowed: [403, "Your role doesn’t include this. The owner can change roles under People."],
  foreign_origin: [
    403,
    "This request came from another site, so it was refused. Open Backfill directly and try again.",
  ],
  not_found: [
    404,
    "There’s nothing here that you can open. The address may be old, or it isn’t shared with you.",
  ],
  link_spent: [
    410,
    "This link has been used, replaced or has expired. Ask for a new one; nothing else changed.",
  ],
  stale_version: [
    409,
    "Someone changed this in the meantime. Your text is still here: reload, compare, and save again.",
  ],
  wrong_state: [409, "This can’t be done at the moment. Reload to see where things stand."],
  already_exists: [409, "This exists already. Nothing was added."],
  idempotency_mismatch: [
    422,
    "The same request key came with different content. Nothing was changed; send it with a new key.",
  ],
  sealed: [
    403,
    "Scorecards stay sealed until the debrief opens. Submit yours; everyone then reads all of them together.",
  ],
  plan_locked: [409, "The plan is locked since the first interview. Save it as a new version with a reason."],
  evidence_missing: [
    422,
    "Every rating needs at least one piece of evidence. Pick a note or a tick for the ones marked.",
  ],
  cards_missing: [409, "Some scorecards aren’t in yet. Wait for them, or record why you go on without them."],
  legal_hold: [409, "A legal hold keeps this application. It can be erased once the hold is lifted."],
  file_empty: [422, "That file has nothing in it. Check it opens on your device, then choose it again."],
  file_type: [
    415,
    "This isn’t a PDF, Word (.docx) or plain text file. Save it as one of those and try again; nothing was stored.",
  ],
  file_unreadable: [422, "The file is kept, but its text couldn’t be read. Paste the text below instead."],
  recording_type: [
    415,
    "This isn’t a recording in WebM, Matroska, MP4 or QuickTime form. Nothing was stored; choose another file, or record here.",
  ],
  tus_version: [412, "Uploads here speak tus 1.0.0. Nothing was stored; reload the page and go on."],
  upload_headers: [
    400,
    "The upload’s headers don’t fit together or what is stored. What arrived before is safe; ask how far it came, and go on there.",
  ],
  upload_offset: [
    409,
    "These bytes don’t continue what is stored. What arrived before is safe; ask how far it came, and go on there.",
  ],
  upload_checksum: [
    460,
    "These bytes arrived damaged, so they weren’t stored. What arrived before is safe; send them again.",
  ],
  upload_locked: [
    423,
    "Another request is sending bytes of this recording just now. Nothing is lost; wait a moment and ask how far it came.",
  ],
  upload_gone: [
    410,
    "This upload was given up or deleted. Keep the recording on your device and send it again as a new one.",
  ],
  storage_full: [
    507,
    "There is no space left for this recording here. Keep it on your device; delete recordings you don’t need, or ask us to make room.",
  ],
  range_outside: [
    416,
    "This part lies behind the end of the recording. Nothing is wrong with it; ask for an earlier part.",
  ],
  transcription_off: [
    409,
    "No transcription service is set up here, so nothing was sent anywhere. Type or paste what you said instead.",
  ],
  transcription_failed: [
    502,
    "The transcription service can’t be reached or broke off. Your recording is safe; try again later, or type what you said.",
  ],
  transcription_refused: [
    502,
    "The transcription service didn’t take this recording. It is safe here; type what you said, or ask whoever runs this installation.",
  ],
  transcription_unreadable: [
    502,
    "What the transcription service answered isn’t a transcript, so it was dropped. Your recording is safe; try again later, or type what you said.",
  ],
  transcription_slow: [
    504,
    "The transcription service took too long, so we stopped waiting. Your recording is safe; try again later, or type what you said.",
  ],
  too_many_requests: [429, "Too many tries in a short time. Wait a moment, then try again."],
  set_up_done: [410, "This installation is set up already. Sign in instead."],
  registration_closed: [403, "Registration is closed here. Ask the owner for an invitation."],
  kit_invalid: [422, "This kit has errors, so it can’t be used yet. Run the kit check and mend them."],
  unavailable: [503, "The database can’t be reached just now. Nothing was lost; try again in a minute."],
  internal: [
    500,
    "Something went wrong on our side. Nothing you saved is lost. Try again; if it stays, pass on the request id.",
  ],
} as const satisfies Record<string, readonly [number, string]>

export type ProblemId = keyof typeof PROBLEMS

/** The body of every error (RFC 9457), with our stable id and the fields at fault. */
export const Problem = z.object({
  type: z.string(),
  id: z.string(),
  title: z.string(),
  detail: z.string(),
  status: z.number().int(),
  requestId: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
})
export type Problem = z.infer<typeof Problem>
