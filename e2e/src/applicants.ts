import { api, type Client, createClient } from "@backfill/contract"

type Role = NonNullable<Parameters<Client["openings"]["create"]>[0]>["body"]
type Application = NonNullable<Parameters<Client["publicPages"]["apply"]>[0]>["body"]

/** Opens a role to the public. */
export async function openRole(
  { openings }: Client,
  role: Partial<Role> = {},
): Promise<{ openingId: string; slug: string }> {
  const { id: openingId } = await openings.create({
    body: {
      kitId: "data-engineer",
      level: "senior",
      title: "Senior data engineer",
      location: "Rotterdam",
      description: "You own the pipelines behind our port-call figures.",
      ...role,
    },
  })
  const params = { openingId }
  const { version } = await openings.read({ params })
  const { slug } = await openings.update({ params, body: { state: "open", version } })
  return { openingId, slug }
}

/** Applies without a browser; answers the link to the candidate's own page. `from` is the address that the request says it is from. */
export async function applyTo(
  url: string,
  slug: string,
  person: Partial<Application> & Pick<Application, "name" | "email">,
  from?: string,
): Promise<string> {
  const stranger = createClient(
    api,
    (path, init) => fetch(path, init as RequestInit),
    url,
    from === undefined ? {} : { "x-forwarded-for": from },
  )
  const { link } = await stranger.publicPages.apply({
    params: { slug },
    key: crypto.randomUUID(),
    body: {
      phone: "",
      timeZone: "Europe/Bucharest",
      uploadId: null,
      resumeText: "Runs the port-call stream, replayed from raw twice.",
      coverLetter: "",
      answers: {
        "right-to-work": "yes",
        "on-call-rotation": "yes",
        "years-running-pipelines": 6,
        "strongest-areas": ["quality"],
        "pipeline-you-ran": "Port calls, read by planners at six.",
      },
      adjustments: null,
      ...person,
    },
  })
  return link
}
