import type { RecordingKind } from "@backfill/contract"
import type { BrowserName } from "./browser-name.ts"

/** Why there is no camera or microphone. The browser's own names, with those it has no name for. */
export type DeviceFault =
  | "denied"
  | "not-found"
  | "busy"
  | "too-much"
  | "forbidden"
  | "insecure"
  | "no-recorder"
  | "unknown"

const NAMED: Record<string, DeviceFault> = {
  NotAllowedError: "denied",
  PermissionDeniedError: "denied",
  NotFoundError: "not-found",
  DevicesNotFoundError: "not-found",
  NotReadableError: "busy",
  TrackStartError: "busy",
  AbortError: "busy",
  OverconstrainedError: "too-much",
  ConstraintNotSatisfiedError: "too-much",
  SecurityError: "forbidden",
}

/** What lies behind an error of getUserMedia. Never guesses “denied”: only the browser says that. */
export function faultOf(error: unknown): DeviceFault {
  const name = typeof error === "object" && error !== null && "name" in error ? String(error.name) : ""
  return NAMED[name] ?? "unknown"
}

/** What is missing before anything is asked for: a safe address, or a browser that records. */
export function faultBefore(page: {
  secure: boolean
  devices: boolean
  recorder: boolean
}): DeviceFault | undefined {
  if (!page.secure) return "insecure"
  if (!page.devices || !page.recorder) return "no-recorder"
  return undefined
}

export type FaultWords = { title: string; what: string; steps: ReadonlyArray<string> }

const ALLOW: Record<BrowserName, ReadonlyArray<string>> = {
  chrome: [
    "Press the sign left of the address, and switch the camera and the microphone on.",
    "Come back here and press “Try again”.",
  ],
  "chrome-android": [
    "Press the sign left of the address, then “Permissions”, and allow the camera and the microphone.",
    "If they aren’t listed, allow them for Chrome in the phone’s own settings.",
    "Come back here and press “Try again”.",
  ],
  edge: [
    "Press the lock left of the address, then “Permissions for this site”, and allow both.",
    "Come back here and press “Try again”.",
  ],
  firefox: [
    "Press the crossed-out camera or microphone left of the address and remove the block.",
    "Press “Try again” and choose “Allow”.",
  ],
  safari: [
    "Open Safari’s menu, “Settings for this website”, and set camera and microphone to “Allow”.",
    "Come back here and press “Try again”.",
  ],
  ios: [
    "Press the sign beside the address, then “Website settings”, and allow the camera and the microphone.",
    "If they aren’t listed, allow them for the browser in the settings of the device, under privacy.",
    "Come back here and press “Try again”.",
  ],
  other: [
    "Open this site’s permissions, mostly left of the address, and allow the camera and the microphone.",
    "Come back here and press “Try again”.",
  ],
}

/** A fault for the person who has it: what happened, and what to do in this browser. */
export function faultWords(fault: DeviceFault, kind: RecordingKind, browser: BrowserName): FaultWords {
  const both = kind === "video" ? "camera or microphone" : "microphone"
  switch (fault) {
    case "denied":
      return {
        title: "Your browser doesn’t let this page record yet",
        what: "Permission was refused, by you, by an earlier choice or by the system. Nothing is lost; it can be allowed again.",
        steps: ALLOW[browser],
      }
    case "not-found":
      return {
        title: `No ${both} was found`,
        what: "The browser sees none on this device.",
        steps: [
          "Plug it in, or switch it on if the device has a switch or a cover for it.",
          "Press “Try again”.",
        ],
      }
    case "busy":
      return {
        title: `The ${both} can’t be opened`,
        what: "It is there and allowed, but something else holds it or the system won’t start it.",
        steps: [
          "Close other programs and tabs that use it, such as a call.",
          "If it is plugged in, pull it out and plug it in again.",
          "Press “Try again”.",
        ],
      }
    case "too-much":
      return {
        title: "The device that was chosen doesn’t answer",
        what: "It may have been unplugged since it was chosen, or can’t do what was asked of it.",
        steps: ["Press “Try again”: any device that works will then be taken."],
      }
    case "forbidden":
      return {
        title: "Recording is switched off for this browser",
        what: "A rule of the system or of an organisation forbids it, so it can’t be allowed from here.",
        steps: ["Use another browser or device with the same link, or choose a file filmed elsewhere."],
      }
    case "insecure":
      return {
        title: "This address isn’t safe enough to record",
        what: "Browsers open cameras and microphones only for pages that begin with https.",
        steps: [
          "Open this page at its https address, if you know it.",
          "Otherwise choose a file filmed elsewhere, or tell the people who sent you here.",
        ],
      }
    case "no-recorder":
      return {
        title: "This browser can’t record",
        what: "It lacks what recording in a page needs.",
        steps: [
          "Use a current Chrome, Edge, Firefox or Safari with the same link.",
          "Or film with the device’s own camera app and choose that file.",
        ],
      }
    case "unknown":
      return {
        title: `The ${both} couldn’t be opened`,
        what: "The browser doesn’t say why.",
        steps: [
          "Press “Try again”.",
          "If it stays like this, restart the browser, or choose a file filmed elsewhere.",
        ],
      }
  }
}
