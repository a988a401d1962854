import { Button, Field, FileDrop, TextArea } from "../../ui/index.ts"
import type { DraftHold } from "./use-draft.ts"
import { useResumeUpload } from "./use-resume-upload.ts"

const maxBytes = 20_000_000

/** The résumé as a file, and the text in it as it will be read, to correct; or only text. */
export function ResumePart({ slug, hold, error }: { slug: string; hold: DraftHold; error?: string }) {
  const { resume } = hold.draft
  const upload = useResumeUpload(slug, resume, (next) =>
    hold.change((draft) => ({ resume: next(draft.resume) })),
  )
  const fromFile = resume.uploadId !== null
  return (
    <div className="grid gap-5">
      <FileDrop
        label="Résumé as a file, optional"
        help="PDF, Word (.docx) or plain text, up to 20 MB."
        accept=".pdf,.docx,.txt,.md"
        maxBytes={maxBytes}
        files={upload.files}
        onFiles={upload.give}
        onRemove={upload.remove}
        onRetry={upload.retry}
      />
      {fromFile && resume.warning && (
        <p role="status" className="font-medium text-warn">
          {upload.files.length > 1 && `${resume.fileName}: `}
          {resume.warning}
        </p>
      )}
      <Field
        label={fromFile && resume.extracted !== "" ? "The text we read in it" : "Résumé as text"}
        error={error}
        help={
          fromFile && resume.extracted !== ""
            ? "This text is what gets read first, without your name. Put right what came out wrong."
            : "Write or paste it here, or choose a file and its text appears. The text is what gets read first, without your name."
        }
      >
        <TextArea
          prose
          rows={8}
          value={resume.text}
          onChange={(event) => {
            const text = event.target.value
            hold.change((draft) => ({ resume: { ...draft.resume, text } }))
          }}
        />
      </Field>
      {upload.other && (
        <div className="flex flex-wrap items-center gap-x-4">
          <span className="text-small text-ink-2">Your own words stand above.</span>
          <Button onClick={upload.takeFileText}>Use the file’s text instead</Button>
        </div>
      )}
    </div>
  )
}
