// Runs before first paint and before any module. A file, because the policy allows no inline script.

// The theme chosen on this device; without a choice the system's decides. Kept in step with src/ui/theme.ts.
try {
  const chosen = localStorage.getItem("backfill.theme")
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen
} catch {
  // Storage may be blocked; the system's theme then serves.
}

// The schemas' library would try to compile its checks, which the policy forbids and the browser reports.
// This is its own switch for that, read as it loads.
globalThis.__zod_globalConfig = { jitless: true }
