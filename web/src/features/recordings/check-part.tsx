import type { RecordingKind } from "@backfill/contract"
import { Button, Field, Select } from "../../ui/index.ts"
import type { Choice } from "./devices.ts"
import { LevelMeter } from "./level-meter.tsx"
import { Mirror } from "./mirror.tsx"
import type { RecorderSession, RecorderSnapshot } from "./recorder-session.ts"
import { storageWords } from "./storage-check.ts"

type CheckPartProps = { session: RecorderSession; snapshot: RecorderSnapshot }

const NO_PICTURE = "none"

/** Picture and sound before anything is recorded, and the choice of devices. */
export function CheckPart({ session, snapshot }: CheckPartProps) {
  const { kind, choice, options, storage } = snapshot
  const change = (nextKind: RecordingKind, part: Choice) => void session.ask(nextKind, { ...choice, ...part })
  const warning = storageWords(storage)
  return (
    <div className="grid gap-5">
      <Mirror picture={session.picture()} />
      <div className="grid max-w-2xl gap-4 sm:grid-cols-2">
        <Field label="Camera">
          <Select
            value={kind === "audio" ? NO_PICTURE : (choice.camera ?? "")}
            options={[
              ...options.cameras.map(({ id, label }) => ({ value: id, label })),
              { value: NO_PICTURE, label: "No picture, sound only" },
            ]}
            onChange={({ target }) =>
              target.value === NO_PICTURE
                ? change("audio", { camera: undefined })
                : change("video", { camera: target.value })
            }
          />
        </Field>
        <Field label="Microphone">
          <Select
            value={choice.microphone ?? ""}
            options={options.microphones.map(({ id, label }) => ({ value: id, label }))}
            onChange={({ target }) => change(kind, { microphone: target.value })}
          />
        </Field>
      </div>
      <div className="max-w-2xl">
        <LevelMeter level={session.level} />
      </div>
      {warning && (
        <p role="alert" className="max-w-measure font-medium text-warn">
          {warning}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <Button variant="primary" keys="space" onClick={() => void session.start()}>
          Start recording
        </Button>
        <Button onClick={() => session.think()}>Think first</Button>
        <Button onClick={() => session.again()}>Switch off</Button>
      </div>
    </div>
  )
}
