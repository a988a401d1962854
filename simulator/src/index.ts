export type {
  Answer,
  ComponentAnswer,
  ConsumerAnswer,
  FaultAnswer,
  GrowthAnswer,
  ObjectiveAnswer,
} from "./answers/answer.ts"
export { lengthOfTime, figure } from "./answers/words.ts"
export { COMPONENTS, type ComponentType } from "./components/all.ts"
export type { CostLine } from "./cost/line.ts"
export type { Design, DesignComponent } from "./design/document.ts"
export { designJsonSchema, readDesign } from "./design/read.ts"
export type { DesignProblem } from "./design/schema.ts"
export type { Interval, Summary } from "./engine/metric.ts"
export { simulate, type SimulateOptions, Simulation } from "./simulate.ts"
