// Applies the theme chosen on this device; without a choice the system's decides. Kept in step with src/ui/theme.ts.
try {
  const chosen = localStorage.getItem("backfill.theme")
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen
} catch {
  // Storage may be blocked; the system's theme then serves.
}
