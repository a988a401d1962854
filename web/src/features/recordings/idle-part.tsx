import type { RecordingKind } from "@backfill/contract"
import { MAX_RECORDING } from "@backfill/contract"
import { type ChangeEvent, useId } from "react"
import { Button, bytesInWords, FieldError } from "../../ui/index.ts"
import type { RecorderSession, RecorderSnapshot } from "./recorder-session.ts"

type IdlePartProps = { session: RecorderSession; snapshot: RecorderSnapshot; again: boolean }
type FilePartProps = Pick<IdlePartProps, "session" | "snapshot"> & {
  /** Files with sound alone are taken too, e.g. a phone’s voice memo. */
  sound?: boolean | undefined
}

/** The ways to begin: here, or with a file from elsewhere. */
export function IdlePart({ session, snapshot, again }: IdlePartProps) {
  const { state, kind } = snapshot
  const ask = (next: RecordingKind) => void session.ask(next)
  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <Button variant="primary" pending={state.at === "asking"} onClick={() => ask("video")}>
          {again ? "Record another take" : "Set up camera and microphone"}
        </Button>
        <Button onClick={() => ask("audio")}>Sound only</Button>
      </div>
      {state.at === "asking" && (
        <p role="status" className="text-ink-2">
          Your browser asks whether this page may use your {kind === "video" ? "camera and " : ""}microphone.
          Choose “Allow”.
        </p>
      )}
      <FilePart session={session} snapshot={snapshot} />
    </div>
  )
}

/** The way of those who film elsewhere, or whose browser can’t record. */
export function FilePart({ session, snapshot: { file }, sound = false }: FilePartProps) {
  const kindOf = ({ type }: File): RecordingKind => (sound && !type.startsWith("video/") ? "audio" : "video")
  return (
    <div className="grid gap-2">
      <FileWays
        taking={file.taking}
        sound={sound}
        onFile={(chosen) => void session.takeFile(chosen, kindOf(chosen))}
      />
      {file.refused && <FieldError>{file.refused}</FieldError>}
    </div>
  )
}

type FileWaysProps = { taking: boolean; sound: boolean; onFile: (file: File) => void }

/** A file instead: filmed now by a phone's own camera app, or chosen from what is there. */
function FileWays({ taking, sound, onFile }: FileWaysProps) {
  const id = useId()
  const give = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const chosen = target.files?.[0]
    if (chosen) onFile(chosen)
    // The same file may be chosen again after it was taken away.
    target.value = ""
  }
  const look =
    "relative min-h-(--control) items-center has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
  const over = "absolute inset-0 w-full cursor-pointer opacity-0"
  return (
    <div className="grid gap-1.5 border-t border-rule pt-4">
      <div className="flex flex-wrap gap-x-6">
        <span className={`${look} hidden pointer-coarse:inline-flex`}>
          <label htmlFor={`${id}-film`} className="word">
            Film with the camera app
          </label>
          <input
            id={`${id}-film`}
            type="file"
            accept="video/*"
            capture="user"
            onChange={give}
            className={over}
          />
        </span>
        <span className={`${look} inline-flex`}>
          <label htmlFor={`${id}-file`} className="word">
            {sound ? "Choose a recording instead" : "Choose a video file instead"}
          </label>
          <input
            id={`${id}-file`}
            type="file"
            accept={sound ? "audio/mp4,audio/webm,.m4a,video/*,.mkv" : "video/*,.mkv"}
            aria-describedby={`${id}-help`}
            onChange={give}
            className={over}
          />
        </span>
      </div>
      <p id={`${id}-help`} className="text-small text-ink-2" role="status">
        {taking
          ? "Copying the file, so that it survives a closed page…"
          : `WebM, MP4 or a phone’s own format, up to ${bytesInWords(MAX_RECORDING.video)}${sound ? `, sound alone up to ${bytesInWords(MAX_RECORDING.audio)}` : ""}.`}
      </p>
    </div>
  )
}
