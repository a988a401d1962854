import { defineConfig } from "drizzle-kit"

export default defineConfig({
  dialect: "postgresql",
  schema: "./server/src/platform/database/schema/index.ts",
  out: "./server/migrations",
  schemaFilter: ["platform", "hiring", "practice"],
  casing: "snake_case",
})
