export * from "./accommodation.ts"
export * from "./attempt-clock.ts"
export * from "./clock-commands.ts"
