/** Which workspace may import which: the one table; ARCHITECTURE.md prints it and the boundary test holds it. */
export const ARROWS: Record<string, string[]> = {
  core: [],
  contract: ["core"],
  simulator: ["core"],
  server: ["contract", "core"],
  web: ["contract", "core"],
  cli: ["contract", "core", "server", "simulator"],
  e2e: ["contract"],
  bench: ["contract", "core", "server", "simulator"],
}
