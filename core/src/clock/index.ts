export * from "./attempt-clock.ts"
