import { alert } from "./alert.ts"
import { api } from "./api.ts"
import { cache } from "./cache.ts"
import { cdc } from "./cdc.ts"
import { dashboard } from "./dashboard.ts"
import { featureStore } from "./feature-store.ts"
import { fork } from "./fork.ts"
import { join } from "./join.ts"
import { lake } from "./lake.ts"
import { loadBalancer } from "./load-balancer.ts"
import { log } from "./log.ts"
import { microBatch } from "./micro-batch.ts"
import { olapStore } from "./olap-store.ts"
import { onlineStore } from "./online-store.ts"
import { qualityGate } from "./quality-gate.ts"
import { reverseEtl } from "./reverse-etl.ts"
import { scheduledBatch } from "./scheduled-batch.ts"
import { schemaRegistry } from "./schema-registry.ts"
import { sink } from "./sink.ts"
import { source } from "./source.ts"
import { station } from "./station.ts"
import { streamProcessor } from "./stream-processor.ts"
import { warehouseModel } from "./warehouse-model.ts"

/** Every kind of component, by the name that stands as its `type` in a design. */
export const COMPONENTS = {
  source,
  station,
  log,
  "stream-processor": streamProcessor,
  "micro-batch": microBatch,
  "scheduled-batch": scheduledBatch,
  "warehouse-model": warehouseModel,
  "olap-store": olapStore,
  lake,
  "online-store": onlineStore,
  cache,
  "feature-store": featureStore,
  cdc,
  "schema-registry": schemaRegistry,
  "quality-gate": qualityGate,
  alert,
  dashboard,
  api,
  "load-balancer": loadBalancer,
  "reverse-etl": reverseEtl,
  fork,
  join,
  sink,
}

export type ComponentType = keyof typeof COMPONENTS
