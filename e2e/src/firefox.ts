import { readFileSync } from "node:fs"
import { type Browser, firefox } from "playwright-core"

/** Where Firefox is; by night Debian's is installed (scripts/night.mjs). */
export const FIREFOX = process.env["FIREFOX_PATH"] ?? "/usr/bin/firefox-esr"

const PREFERENCES = {
  // A test picture and a tone, for contexts that were granted them; the others are refused without being asked.
  "media.navigator.streams.fake": true,
  "permissions.default.camera": 2,
  "permissions.default.microphone": 2,
  "media.autoplay.default": 0,
  "media.autoplay.blocking_policy": 0,
  "ui.prefersReducedMotion": 1,
}

/** What of Playwright's own parts is needed here: its one way to send a command. */
type Session = { send: Send; connection: { browserSession: Session } }
type Send = (this: Session, command: string, parameters: unknown) => Promise<unknown>

/** Commands of Playwright’s that this Firefox doesn’t know yet, as what does the same inside it. */
const INSTEAD: Record<string, (parameters: never) => string | undefined> = {
  // For all its windows, where Playwright means one of them.
  "emulation.setMediaFeaturesOverride": ({ features }: { features: Record<string, string | null> }) =>
    `Services.prefs.setIntPref("layout.css.prefers-color-scheme.content-override", ${
      features["prefers-color-scheme"] === "dark" ? 0 : 1
    })`,
  "permissions.setPermission": ({
    descriptor,
    origin,
    userContext,
  }: {
    descriptor: { name: string }
    origin: string
    userContext: string
  }) =>
    ["camera", "microphone"].includes(descriptor.name)
      ? `{
          const { UserContextManager } = ChromeUtils.importESModule("chrome://remote/content/shared/UserContextManager.sys.mjs")
          const userContextId = UserContextManager.getInternalIdById(${JSON.stringify(userContext)})
          const page = Services.scriptSecurityManager.createContentPrincipalFromOrigin(${JSON.stringify(origin)})
          const here = Services.scriptSecurityManager.principalWithOA(page, { userContextId })
          Services.perms.addFromPrincipal(here, "${descriptor.name}", Services.perms.ALLOW_ACTION)
        }`
      : undefined,
}

/**
 * The Firefox that people have, headless, driven over WebDriver BiDi; Playwright asks it as it asks Chromium.
 * @param options.voice a file of sound that its microphone hears again and again, instead of a tone
 * @param options.loudspeaker whether it has one; it is made up, and about a fifth too slow
 */
export async function launchFirefox({
  voice,
  loudspeaker = true,
}: {
  voice?: string | undefined
  loudspeaker?: boolean
} = {}): Promise<Browser> {
  const browser = await firefox.launch({
    channel: "moz-firefox",
    executablePath: FIREFOX,
    firefoxUserPrefs: { ...PREFERENCES, "media.cubeb.force_mock_context": loudspeaker },
    args: ["--remote-allow-system-access"],
  })
  teach(browser)
  const { newContext } = browser
  browser.newContext = async (options) => {
    const context = await newContext.call(browser, options)
    await context.addInitScript(typeAsPeopleDo)
    if (voice !== undefined) await context.addInitScript(speak, readFileSync(voice).toString("base64"))
    return context
  }
  return browser
}

/** Runs in the page. Playwright fills fields of this Firefox by their value, which React takes for its own doing. */
function typeAsPeopleDo(): void {
  Object.defineProperty(window, "__pw_bidiInsertText", {
    get: () => (text: string) => void document.execCommand("insertText", false, text),
    set: () => {},
  })
}

/** Runs in the page. Puts the voice where the tone was, once the microphone was allowed. */
function speak(voice: string): void {
  const devices = navigator.mediaDevices as MediaDevices | undefined
  if (!devices) return
  const ask = devices.getUserMedia.bind(devices)
  devices.getUserMedia = async (wanted) => {
    const stream = await ask(wanted)
    const mouth = new AudioContext()
    const ear = mouth.createMediaStreamDestination()
    const bytes = Uint8Array.from(atob(voice), (letter) => letter.charCodeAt(0))
    const buffer = await mouth.decodeAudioData(bytes.buffer)
    const source = new AudioBufferSourceNode(mouth, { buffer, loop: true })
    source.connect(ear)
    source.start()
    for (const tone of stream.getAudioTracks()) tone.stop()
    return new MediaStream([...stream.getVideoTracks(), ...ear.stream.getAudioTracks()])
  }
}

let taught = false
function teach(browser: Browser): void {
  if (taught) return
  taught = true
  const { _connection: client } = browser as unknown as {
    _connection: { toImpl(one: Browser): { _browserSession: Session } }
  }
  const sessions = Object.getPrototypeOf(client.toImpl(browser)._browserSession) as Session
  const { send } = sessions
  sessions.send = async function (command, parameters) {
    const instead = INSTEAD[command]?.(parameters as never)
    if (instead === undefined) return send.call(this, command, parameters)
    const { browserSession } = this.connection
    const { contexts } = (await send.call(browserSession, "browsingContext.getTree", {
      "moz:scope": "chrome",
    })) as { contexts: { context: string }[] }
    const target = { context: contexts[0]?.context }
    return send.call(browserSession, "script.evaluate", { expression: instead, target, awaitPromise: true })
  }
}
