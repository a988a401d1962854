export * from "./hiring.ts"
export * from "./mocks.ts"
export * from "./platform.ts"
export * from "./practice.ts"
