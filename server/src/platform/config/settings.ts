import { isIP } from "node:net"
import { homedir } from "node:os"
import { z } from "zod"
import { defaultDataDirectory } from "../database/index.ts"
import { isServiceBase } from "./service-base.ts"

const dataHome = () =>
  defaultDataDirectory({
    platform: process.platform,
    env: process.env,
    home: homedir(),
    uid: process.getuid?.(),
  })

const list = z.string().transform((s) =>
  s
    .split(",")
    .map((p) => p.trim())
    .filter((p) => p !== ""),
)

/** An address, a range of them (10.0.0.0/8), or a name that Fastify knows for one. */
function isProxy(given: string): boolean {
  if (["loopback", "linklocal", "uniquelocal"].includes(given)) return true
  const [address = "", bits, ...more] = given.split("/")
  const family = isIP(address)
  if (family === 0 || more.length > 0) return false
  return (
    bits === undefined ||
    (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= (family === 4 ? 32 : 128))
  )
}

/** Every setting there is: what it means, its default, and its rule. The one list that `backfill config` prints. */
export const SETTINGS = {
  PORT: {
    means: "Port to listen on",
    default: "4310",
    rule: z.coerce.number().int().min(0).max(65_535),
    secret: false,
  },
  HOST: {
    means: "Address to listen on; 0.0.0.0 for every interface",
    default: "127.0.0.1",
    rule: z.string().regex(/^[^\s/]+$/),
    secret: false,
  },
  BASE_URL: {
    means: "Address people use, for links in mail; default: http://localhost and the port",
    default: "",
    rule: z.union([z.literal(""), z.url({ protocol: /^https?$/ })]),
    secret: false,
  },
  TRUSTED_PROXIES: {
    means:
      "Addresses or ranges of proxies whose X-Forwarded-For is believed, by comma, e.g. 127.0.0.1, 10.0.0.0/8",
    default: "",
    rule: list.refine((proxies) => proxies.every(isProxy)),
    secret: false,
  },
  BACKFILL_DATA: {
    means: "Folder for the bundled database and all files",
    default: dataHome(),
    rule: z.string().min(1),
    secret: false,
  },
  BACKFILL_KITS: { means: "Further folders with kits, by comma", default: "", rule: list, secret: false },
  DATABASE_URL: {
    means: "A PostgreSQL server of your own, 15 or later; empty for the bundled one",
    default: "",
    rule: z.union([z.literal(""), z.url({ protocol: /^postgres(ql)?$/ })]),
    secret: true,
  },
  BACKFILL_RECORDINGS_GB: {
    means: "Space for all recordings of applicants, and as much for those of practice, in GB",
    default: "100",
    rule: z.coerce.number().positive().max(1_000_000),
    secret: false,
  },
  BACKFILL_RECORDINGS_PERSON_GB: {
    means: "Space for the recordings of one person, in GB",
    default: "5",
    rule: z.coerce.number().positive().max(1_000_000),
    secret: false,
  },
  BACKFILL_S3_BUCKET: {
    means: "Bucket of an S3-compatible object store to keep files in; empty for the data folder",
    default: "",
    rule: z.union([z.literal(""), z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/)]),
    secret: false,
  },
  BACKFILL_S3_ENDPOINT: {
    means: "Address of the object store, e.g. https://objects.example.org; empty for Amazon’s",
    default: "",
    rule: z.union([z.literal(""), z.url({ protocol: /^https?$/ })]),
    secret: false,
  },
  BACKFILL_S3_REGION: {
    means: "Region of the bucket",
    default: "us-east-1",
    rule: z.string().min(1),
    secret: false,
  },
  BACKFILL_S3_KEY: {
    means: "Access key and secret of the object store, with a colon between",
    default: "",
    rule: z.union([z.literal(""), z.string().regex(/^[^:]+:.+$/)]),
    secret: true,
  },
  BACKFILL_TRANSCRIPTION_URL: {
    means:
      "OpenAI-compatible service that may transcribe recordings of practice, e.g. http://127.0.0.1:8000/v1; https unless it is near; empty for none",
    default: "",
    rule: z.union([z.literal(""), z.url({ protocol: /^https?$/ }).refine(isServiceBase)]),
    secret: false,
  },
  BACKFILL_TRANSCRIPTION_KEY: {
    means: "Key for the transcription service, if it asks for one",
    default: "",
    rule: z.union([z.literal(""), z.string().regex(/^[\x21-\x7e]+$/)]),
    secret: true,
  },
  BACKFILL_TRANSCRIPTION_MODEL: {
    means: "Model that the transcription service is asked for",
    default: "whisper-1",
    rule: z.string().regex(/^[\x21-\x7e]{1,200}$/),
    secret: false,
  },
  SMTP_URL: {
    means: "Mail server, e.g. smtps://user:password@mail.example.org; empty to show links for copying",
    default: "",
    rule: z.union([z.literal(""), z.url({ protocol: /^smtps?$/ })]),
    secret: true,
  },
  SMTP_FROM: {
    means: "Sender of mail",
    default: "Backfill <backfill@localhost>",
    rule: z.string().min(3),
    secret: false,
  },
  LOG_LEVEL: {
    means: "debug, info, warn, error or silent",
    default: "info",
    rule: z.enum(["debug", "info", "warn", "error", "silent"]),
    secret: false,
  },
} as const

type Settings = typeof SETTINGS
export type Config = { [K in keyof Settings]: z.output<Settings[K]["rule"]> }

/** Reads the settings; on errors returns all of them at once, each a sentence. Unknown BACKFILL_ names are errors too. */
export function readConfig(
  env: Record<string, string | undefined>,
): { config: Config } | { errors: string[] } {
  const errors: string[] = []
  const config: Record<string, unknown> = {}
  for (const [name, setting] of Object.entries(SETTINGS)) {
    const given = env[name]
    const parsed = setting.rule.safeParse(given === undefined || given === "" ? setting.default : given)
    if (parsed.success) config[name] = parsed.data
    else
      errors.push(
        `${name} can’t be ${setting.secret ? "what it is set to" : JSON.stringify(given)}. It should be: ${setting.means}.`,
      )
  }
  for (const name of Object.keys(env)) {
    if (name.startsWith("BACKFILL_") && !(name in SETTINGS))
      errors.push(`${name} isn’t a setting. Known are: ${Object.keys(SETTINGS).join(", ")}.`)
  }
  return errors.length > 0 ? { errors } : { config: config as Config }
}

/** The settings in force, secrets hidden, as lines for a person. */
export function describeConfig(config: Config): string {
  return Object.entries(SETTINGS)
    .map(([name, s]) => {
      const value = config[name as keyof Config]
      const shown = Array.isArray(value) ? value.join(",") : String(value)
      return `${name}=${s.secret && shown !== "" ? "(hidden)" : shown}\n    ${s.means}.`
    })
    .join("\n")
}
