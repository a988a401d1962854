/** Which workspace may import which: the one table; ARCHITECTURE.md prints it and the boundary test holds it. */
export const ARROWS: Record<string, string[]> = {
  core: [],
  coach: ["core"],
  contract: ["core"],
  simulator: ["core"],
  server: ["contract", "core"],
  web: ["coach", "contract", "core"],
  cli: ["coach", "contract", "core", "server", "simulator"],
  e2e: ["contract"],
  bench: ["coach", "contract", "core", "server", "simulator"],
}
