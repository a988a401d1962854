import { MAX_RECORDING, type RecordingKind } from "@backfill/contract"
import { isRecording } from "./media-type.ts"

/** Why a chosen file isn’t taken; undefined for one that is. */
export function fileRefusal(
  file: Pick<File, "name" | "type" | "size">,
  kind: RecordingKind,
): string | undefined {
  if (!isRecording(file, kind))
    return `This isn’t a ${kind === "video" ? "video file" : "recording"}. Nothing was sent; choose another one.`
  if (file.size > MAX_RECORDING[kind])
    return `This file has ${Math.ceil(file.size / 1e6)} MB, and ${MAX_RECORDING[kind] / 1e6} MB is the most. Nothing was sent; film it at a lower quality or make it shorter.`
  return undefined
}
