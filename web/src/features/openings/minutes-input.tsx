import { useState } from "react"
import { TextInput } from "../../ui/index.ts"

export type MinutesInputProps = {
  label: string
  value: number
  min: number
  max: number
  onChange: (minutes: number) => void
  unit?: string
  decimals?: boolean
}

/** A small number with its unit. What isn't a number in range stays in the box, marked, and isn't taken over. */
export function MinutesInput({
  label,
  value,
  min,
  max,
  onChange,
  unit = "min",
  decimals = false,
}: MinutesInputProps) {
  const [typed, setTyped] = useState<string>()
  const wrong = typed !== undefined && readNumber(typed, min, max, decimals) === undefined
  return (
    <span className="inline-flex items-center gap-1.5">
      <TextInput
        aria-label={`${label}, in ${unit === "%" ? "per cent" : "minutes"}`}
        aria-invalid={wrong || undefined}
        title={wrong ? `A number from ${min} to ${max}` : undefined}
        inputMode={decimals ? "decimal" : "numeric"}
        value={typed ?? String(value)}
        onChange={(event) => {
          setTyped(event.target.value)
          const number = readNumber(event.target.value, min, max, decimals)
          if (number !== undefined) onChange(number)
        }}
        onBlur={() => !wrong && setTyped(undefined)}
        className="w-14! px-2! text-right pointer-fine:min-h-7! pointer-fine:py-0.5!"
      />
      <span className="text-small text-ink-2">{unit}</span>
    </span>
  )
}

function readNumber(text: string, min: number, max: number, decimals: boolean): number | undefined {
  if (!(decimals ? /^\d+([.,]\d{1,2})?$/ : /^\d+$/).test(text.trim())) return undefined
  const number = Number(text.trim().replace(",", "."))
  return number >= min && number <= max ? number : undefined
}
