import { api } from "@backfill/contract"
import type { FastifyInstance } from "fastify"
import type { App } from "../platform/app.ts"
import { register } from "../platform/http/register.ts"
import { handlers as accounts } from "./accounts/accounts.routes.ts"
import { handlers as applications } from "./applications/applications.routes.ts"
import { handlers as attempts } from "./attempts/attempts.routes.ts"
import { handlers as candidate } from "./candidate/candidate.routes.ts"
import { handlers as debriefs } from "./debriefs/debriefs.routes.ts"
import { handlers as interviews } from "./interviews/interviews.routes.ts"
import { handlers as kits } from "./kits/kits.routes.ts"
import { handlers as mocks } from "./mocks/mocks.routes.ts"
import { handlers as openings } from "./openings/openings.routes.ts"
import { handlers as practice } from "./practice/practice.routes.ts"
import { handlers as practiceRecordings } from "./practice-recordings/practice-recordings.routes.ts"
import { handlers as practiceData } from "./practice-data/practice-data.routes.ts"
import { handlers as publicPages } from "./public-pages/public-pages.routes.ts"
import { handlers as readiness } from "./readiness/readiness.routes.ts"
import { handlers as recordings } from "./recordings/recordings.routes.ts"
import { handlers as rehearsals } from "./rehearsals/rehearsals.routes.ts"
import { handlers as screening } from "./screening/screening.routes.ts"
import { handlers as stories } from "./stories/stories.routes.ts"
import { handlers as system } from "./system/system.routes.ts"

/** Every feature of the contract under its database role. */
export function registerFeatures(server: FastifyInstance, app: App): void {
  register(server, app, "platform", api.accounts, accounts)
  register(server, app, "hiring", api.kits, kits)
  register(server, app, "hiring", api.openings, openings)
  register(server, app, "hiring", api.publicPages, publicPages)
  register(server, app, "hiring", api.candidate, candidate)
  register(server, app, "hiring", api.applications, applications)
  register(server, app, "hiring", api.interviews, interviews)
  register(server, app, "hiring", api.screening, screening)
  register(server, app, "hiring", api.attempts, attempts)
  register(server, app, "hiring", api.recordings, recordings)
  register(server, app, "hiring", api.debriefs, debriefs)
  register(server, app, "practice", api.practice, practice)
  register(server, app, "practice", api.readiness, readiness)
  register(server, app, "practice", api.mocks, mocks)
  register(server, app, "practice", api.practiceData, practiceData)
  register(server, app, "practice", api.practiceRecordings, practiceRecordings)
  register(server, app, "practice", api.rehearsals, rehearsals)
  register(server, app, "practice", api.stories, stories)
  register(server, app, "hiring", api.system, system)
}
