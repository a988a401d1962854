import type { Settings } from "@backfill/contract"

/** What the form holds; months as they are typed. */
export type Editable = Omit<Settings, "mail" | "version" | "retentionMonths"> & { months: string }

/** What is edited of the settings, as the form begins with it. */
export function editable({
  organisation,
  contact,
  hiring,
  registration,
  retentionMonths,
}: Settings): Editable {
  return { organisation, contact, hiring, registration, months: String(retentionMonths) }
}

export const registrations = [
  {
    value: "open" as const,
    label: "Open",
    detail: "Anyone who reaches this address can register to practise.",
  },
  { value: "invitation" as const, label: "By invitation", detail: "Only with a link that the owner made." },
  { value: "off" as const, label: "Off", detail: "No new accounts at all; open invitations rest." },
]

/** What is saved where it differs from `mine`, as rows to read. */
export function differences(mine: Editable, theirs: Editable): { term: string; detail: string }[] {
  const rows: [keyof Editable, string, string][] = [
    ["organisation", "Organisation", theirs.organisation],
    ["contact", "Contact", theirs.contact || "none"],
    ["hiring", "Hiring", theirs.hiring ? "on" : "off"],
    [
      "registration",
      "Registration",
      registrations.find(({ value }) => value === theirs.registration)?.label ?? theirs.registration,
    ],
    ["months", "Kept for", `${theirs.months} months`],
  ]
  return rows.flatMap(([key, term, detail]) => (mine[key] === theirs[key] ? [] : [{ term, detail }]))
}
