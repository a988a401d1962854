import { accounts } from "./accounts.ts"
import { applications } from "./applications.ts"
import { attempts } from "./attempts.ts"
import { candidate } from "./candidate.ts"
import { debriefs } from "./debriefs.ts"
import { interviews, screening } from "./interviews.ts"
import { kits } from "./kits.ts"
import { mocks } from "./mocks.ts"
import { openings } from "./openings.ts"
import { practiceData } from "./practice-data.ts"
import { publicPages } from "./public.ts"
import { readiness } from "./readiness.ts"
import { practiceRecordings, recordings } from "./recordings.ts"
import { rehearsals } from "./rehearsals.ts"
import { stories } from "./stories.ts"
import { practice, system } from "./system.ts"

/** The whole API: feature → name → endpoint. */
export const api = {
  accounts,
  kits,
  openings,
  publicPages,
  candidate,
  applications,
  interviews,
  screening,
  attempts,
  recordings,
  debriefs,
  practice,
  readiness,
  mocks,
  practiceData,
  practiceRecordings,
  rehearsals,
  stories,
  system,
}
