export * from "./address.ts"
