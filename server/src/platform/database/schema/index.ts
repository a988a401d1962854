export * from "./hiring.ts"
export * from "./platform.ts"
export * from "./practice.ts"
