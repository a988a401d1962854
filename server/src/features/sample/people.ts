/** Where a sample application is brought to. */
export type Goal =
  | "disqualified"
  | "human-look"
  | "screen-new"
  | "screen-one-card"
  | "screen-ready"
  | "screen-stopped"
  | "exercises-new"
  | "exercises-scheduled"
  | "core-scheduled"
  | "core-one-card"
  | "core-debrief"
  | "core-held"
  | "offer"
  | "offered"
  | "withdrawn"

export interface SampleApplicant {
  name: string
  email: string
  timeZone: string
  goal: Goal
  /** Days before today that the application came in. */
  daysAgo: number
  /** How strong the answers are, on the five-point scale. */
  strength: number
  years: number
  summary: string
  work: string[]
  adjustments?: { kinds: ("extra-time" | "captions")[]; note: string }
}

/** The panel of the sample. They have no password: nobody can sign in as them. */
export const PANEL = [
  { key: "recruiter", name: "Noor Janssen", roles: ["recruiter", "interviewer"] },
  { key: "manager", name: "Tomasz Wilk", roles: ["hiring-manager", "interviewer"] },
  { key: "deep", name: "Adaeze Eze", roles: ["interviewer"] },
  { key: "stream", name: "Jonas Lindqvist", roles: ["interviewer"] },
  { key: "model", name: "Mei Tanaka", roles: ["interviewer"] },
] as const

const at = (first: string) => `${first}@sample.invalid`

export const APPLICANTS: SampleApplicant[] = [
  {
    name: "Mirela Dobre",
    email: at("mirela"),
    timeZone: "Europe/Bucharest",
    goal: "core-debrief",
    daysAgo: 24,
    strength: 3.9,
    years: 8,
    summary: "Data engineer at a container terminal operator; eight years of batch and streaming.",
    work: [
      "Runs the port-call stream: 40 thousand events a day from eleven terminals, replayed from raw twice after a vendor sent local time.",
      "Cut the warehouse bill from 9,400 to 5,100 euros a month by making two hourly models incremental.",
      "Wrote the row-count check that found 212 containers in two places at once.",
    ],
    adjustments: {
      kinds: ["extra-time"],
      note: "I read slowly with dyslexia; half as much time again lets me work normally.",
    },
  },
  {
    name: "Samuel Adjei",
    email: at("samuel"),
    timeZone: "Africa/Accra",
    goal: "offer",
    daysAgo: 29,
    strength: 4.4,
    years: 9,
    summary: "Senior engineer for payments data; owns settlement reconciliation.",
    work: [
      "Settlement reconciliation for 14 million transactions a day, with a daily diff against the bank’s file.",
      "Moved 61 scheduled procedures to tested models in five slices, old and new side by side for two weeks each.",
      "Introduced contracts with the mobile team; breaking changes went from monthly to none in three quarters.",
    ],
  },
  {
    name: "Ilse Vermeulen",
    email: at("ilse"),
    timeZone: "Europe/Brussels",
    goal: "offered",
    daysAgo: 33,
    strength: 4.6,
    years: 11,
    summary: "Platform engineer for a hospital group; privacy and lineage.",
    work: [
      "Built the lineage that answers which report a column feeds, used in two audits.",
      "Reduced the time to find a bad load from a day to twelve minutes with freshness alerts per table.",
      "Mentored four analysts into owning their own models.",
    ],
  },
  {
    name: "Rafael Quintana",
    email: at("rafael"),
    timeZone: "America/Bogota",
    goal: "core-scheduled",
    daysAgo: 15,
    strength: 3.6,
    years: 7,
    summary: "Data engineer in grocery delivery.",
    work: [
      "Dispatch features recomputed every five minutes for 2,300 couriers.",
      "Found that 3 % of orders vanished when an app release renamed a field; backfilled nine hours from raw.",
      "Keeps a runbook that the support team uses at night.",
    ],
  },
  {
    name: "Hana Nováková",
    email: at("hana"),
    timeZone: "Europe/Prague",
    goal: "core-one-card",
    daysAgo: 18,
    strength: 3.4,
    years: 6,
    summary: "Analytics engineer moving towards platforms.",
    work: [
      "Modelled returns and exchanges for a marketplace with 900 sellers.",
      "Halved the runtime of the nightly build by partitioning three fact tables.",
      "Runs the weekly session where analysts review each other’s SQL.",
    ],
  },
  {
    name: "Owen Pritchard",
    email: at("owen"),
    timeZone: "Europe/London",
    goal: "core-held",
    daysAgo: 26,
    strength: 3.1,
    years: 10,
    summary: "Engineer for insurance pricing data.",
    work: [
      "Quarter-end loads for pricing, 700 jobs with their dependencies drawn for the first time.",
      "On-call one week in five; wrote eleven of the fourteen runbooks.",
      "Led the move off a scheduler that nobody could restart safely.",
    ],
  },
  {
    name: "Leila Haddad",
    email: at("leila"),
    timeZone: "Africa/Tunis",
    goal: "exercises-scheduled",
    daysAgo: 11,
    strength: 3.8,
    years: 6,
    summary: "Data engineer at a telecom operator.",
    work: [
      "Call-record pipeline, 1.2 billion rows a day, late files handled by event time.",
      "Built quality gates that hold a load back until finance confirms the exception.",
      "Taught change data capture to two product teams.",
    ],
    adjustments: { kinds: ["captions"], note: "Live captions help me in calls." },
  },
  {
    name: "Piotr Zając",
    email: at("piotr"),
    timeZone: "Europe/Warsaw",
    goal: "exercises-new",
    daysAgo: 9,
    strength: 3.5,
    years: 5,
    summary: "Backend engineer who took over the data platform.",
    work: [
      "Replaced a nightly dump with change data capture for 46 tables.",
      "Set spending alerts per team after a runaway query cost 2,800 euros.",
      "Documents every table he touches; the catalogue has 310 entries now.",
    ],
  },
  {
    name: "Grace Mwangi",
    email: at("grace"),
    timeZone: "Africa/Nairobi",
    goal: "screen-ready",
    daysAgo: 5,
    strength: 3.9,
    years: 7,
    summary: "Data engineer in mobile money.",
    work: [
      "Fraud features with a lag under two seconds for 6 million accounts.",
      "Proved to the regulator, table by table, how a balance was computed.",
      "Trained the night team to replay a day without help.",
    ],
  },
  {
    name: "Dmitri Volkov",
    email: at("dmitri"),
    timeZone: "Asia/Almaty",
    goal: "screen-one-card",
    daysAgo: 4,
    strength: 3,
    years: 5,
    summary: "Warehouse developer at a mining company.",
    work: [
      "Sensor loads from 120 trucks, with gaps filled and marked.",
      "Rewrote the maintenance cube as a star schema with five dimensions.",
      "Keeps a diff between planned and actual loads each morning.",
    ],
  },
  {
    name: "Amélie Fontaine",
    email: at("amelie"),
    timeZone: "Europe/Paris",
    goal: "screen-new",
    daysAgo: 2,
    strength: 3.5,
    years: 6,
    summary: "Data engineer for rail ticketing.",
    work: [
      "Seat inventory stream that survives a broker restart without doubles.",
      "Agreed with sales what a cancelled ticket means, and wrote it down.",
      "Measured what each dashboard costs and retired nineteen.",
    ],
  },
  {
    name: "Kofi Boateng",
    email: at("kofi"),
    timeZone: "Europe/Amsterdam",
    goal: "screen-new",
    daysAgo: 1,
    strength: 3.2,
    years: 4,
    summary: "Engineer at an energy retailer.",
    work: [
      "Meter readings every half hour for 300 thousand homes.",
      "Handled the clock change without losing or doubling an hour.",
      "Wrote tests for the tariff table after a wrong invoice run.",
    ],
  },
  {
    name: "Sofia Marchetti",
    email: at("sofia"),
    timeZone: "Europe/Rome",
    goal: "screen-stopped",
    daysAgo: 20,
    strength: 1.8,
    years: 2,
    summary: "Reporting analyst.",
    work: [
      "Weekly spreadsheets for regional sales.",
      "Some SQL for ad-hoc questions.",
      "Course project with a public bicycle data set.",
    ],
  },
  {
    name: "Anders Holm",
    email: at("anders"),
    timeZone: "Europe/Copenhagen",
    goal: "withdrawn",
    daysAgo: 16,
    strength: 3.7,
    years: 8,
    summary: "Data engineer at a brewery group.",
    work: [
      "Production loads from fourteen plants in four time zones.",
      "Moved forecasts from files to an interface with a contract.",
      "Shares a post-mortem with the whole company after each incident.",
    ],
  },
  {
    name: "Tara Whitfield",
    email: at("tara"),
    timeZone: "Europe/Dublin",
    goal: "human-look",
    daysAgo: 3,
    strength: 3.3,
    years: 6,
    summary: "Data engineer in public transport.",
    work: [
      "Timetable feeds for 1,900 stops.",
      "Cost reports that operations reads every Monday.",
      "Volunteer data steward for a food bank.",
    ],
  },
  {
    name: "Bram de Boer",
    email: at("bram"),
    timeZone: "Europe/Amsterdam",
    goal: "disqualified",
    daysAgo: 7,
    strength: 2.5,
    years: 3,
    summary: "Junior data engineer.",
    work: ["Loads for a web shop.", "Dashboards for marketing.", "Two internships."],
  },
]

/** The résumé as the person would have pasted it. */
export const resumeOf = (a: SampleApplicant): string =>
  [
    a.name,
    `${a.email} · +31 6 12 34 56 78`,
    "",
    "Profile",
    a.summary,
    "",
    "Experience",
    ...a.work.map((line) => `- ${line}`),
    "",
    "Skills",
    "SQL, Python, an orchestrator, a columnar warehouse, a partitioned log, tests and code review.",
    "",
    "Education",
    "BSc, then courses while working.",
  ].join("\n")
