import type { PartnerTopic } from "@backfill/core"

/** A topic as it is read, and other words that a question about it is likely to hold. */
export const topicWords: Record<PartnerTopic, { name: string; also: string }> = {
  "query-plan": { name: "Query plan", also: "explain execution spill scan join order" },
  "run-time-history": { name: "Run time, history", also: "duration slow long since late start runs" },
  "bytes-scanned-cost": { name: "Bytes scanned, cost", also: "price money expensive bill dollars read" },
  "table-sizes": { name: "Table sizes", also: "rows volume big large" },
  "join-keys-cardinality": { name: "Join keys, cardinality", also: "skew relation many unique" },
  "partitioning-clustering": { name: "Partitioning, clustering", also: "layout pruning index sorted" },
  "materialization-schedule": {
    name: "Materialisation, schedule",
    also: "materialization incremental full refresh view cron when runs",
  },
  "recent-changes": { name: "Recent changes", also: "deploy release commit changed happened review" },
  "upstream-data-volume": { name: "Upstream data volume", also: "growth grow source ingestion events more" },
  "downstream-dashboards": {
    name: "Downstream dashboards",
    also: "who reads readers consumers users reports",
  },
  "compatibility-contract": {
    name: "Compatibility, contract",
    also: "columns schema same exact change break",
  },
  "deadline-stakeholders": { name: "Deadline, stakeholders", also: "when needed by who waits sla time" },
  "budget-slots": { name: "Budget, slots", also: "money compute warehouse size bigger scale" },
  "data-freshness-late-data": { name: "Freshness, late data", also: "delay arrive lateness complete" },
  "tests-quality": { name: "Tests, quality", also: "checks assertions monitoring compare backup copy" },
  "ownership-oncall": { name: "Ownership, on call", also: "who owns team responsible runbook restart" },
  "warehouse-concurrency": {
    name: "Concurrency",
    also: "warehouse other jobs parallel contention queue pool",
  },
  "duplicates-grain": { name: "Duplicates, grain", also: "distinct unique row key" },
}
