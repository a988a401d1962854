import { z } from "zod"

export const Uuid = z.uuid()
/** An instant, ISO 8601 with zone. */
export const Instant = z.iso.datetime({ offset: true })
export const TimeZone = z.string().min(1).max(64).describe("IANA time zone, e.g. Europe/Amsterdam")
export const Version = z
  .number()
  .int()
  .min(1)
  .describe("The version you read; a stale one answers 409 with stale_version.")
/** Text a person typed. Control characters but tab and line ends are refused, so that every store takes it. */
export const typed = (max: number, min = 0) =>
  z
    .string()
    .min(min)
    .max(max)
    .refine(
      (s) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(s),
      "It holds characters that can’t be shown. Remove them and try again.",
    )
    .refine((s) => s.isWellFormed(), "It holds half a character. Remove it and try again.")
export const Name = typed(200, 1)
export const Email = z.email().max(254)
export const Password = z.string().min(10, "Use at least 10 characters.").max(200)
export const Token = z.string().min(20).max(200)
export const Ok = z.strictObject({ ok: z.literal(true) })
export const Cursor = z.string().max(300).optional()
export const page = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item), next: z.string().nullable() })
export const Person = z.strictObject({ id: Uuid, name: z.string() })
export const params = <K extends string>(...keys: K[]) =>
  z.strictObject(Object.fromEntries(keys.map((k) => [k, Uuid])) as Record<K, typeof Uuid>)
