import { useMemo } from "react"
import { Temporal } from "temporal-polyfill"
import { Select, type SelectProps } from "./select.tsx"

/** The zone this machine is set to. */
export function ownTimeZone(): string {
  return Temporal.Now.timeZoneId()
}

/** A time zone by its IANA name, this machine's first. */
export function TimeZoneSelect({ value, ...props }: Omit<SelectProps, "options"> & { value: string }) {
  const options = useMemo(() => {
    const own = ownTimeZone()
    const names = new Set([own, value, "UTC", ...Intl.supportedValuesOf("timeZone")])
    return [...names]
      .filter(Boolean)
      .map((name) => ({ value: name, label: name.replaceAll("_", " ").replaceAll("/", ", ") }))
  }, [value])
  return <Select value={value} options={options} {...props} />
}
