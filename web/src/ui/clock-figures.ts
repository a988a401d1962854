/** Seconds as a clock reads them: `20:43`, `1:05:00` from an hour on; a minus for time run over. */
export function clockFigures(seconds: number): string {
  const whole = Math.round(Math.abs(seconds))
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor((whole % 3600) / 60)
  const rest = String(whole % 60).padStart(2, "0")
  const sign = seconds <= -0.5 ? "−" : ""
  return hours > 0
    ? `${sign}${hours}:${String(minutes).padStart(2, "0")}:${rest}`
    : `${sign}${minutes}:${rest}`
}
