import { activeCustomer } from "./active-customer.ts"
import { belovedColumn } from "./beloved-column.ts"
import { fifteenMinutes } from "./fifteen-minutes.ts"
import { inheritedScripts } from "./inherited-scripts.ts"
import { nightTariff } from "./night-tariff.ts"
import { threeFires } from "./three-fires.ts"
import { twoLedgers } from "./two-ledgers.ts"
import { warehouseHabit } from "./warehouse-habit.ts"
import type { WorkedStory } from "./worked.ts"

/** Eight stories to learn from. Together they touch every theme. */
export const WORKED_STORIES: readonly WorkedStory[] = [
  nightTariff,
  twoLedgers,
  belovedColumn,
  activeCustomer,
  warehouseHabit,
  inheritedScripts,
  threeFires,
  fifteenMinutes,
]
