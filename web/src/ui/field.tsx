import { createContext, type ReactNode, useContext, useId } from "react"

/** What an input inside a Field spreads on itself to be tied to its label, help and error. */
export type FieldWiring = {
  id?: string
  "aria-describedby"?: string
  "aria-invalid"?: true
  required?: boolean
}

const Wiring = createContext<FieldWiring>({})

/** For an input of your own inside a Field; the inputs of this folder call it themselves. */
export function useField(): FieldWiring {
  return useContext(Wiring)
}

export type FieldProps = {
  label: ReactNode
  /** One line that helps to fill it in; stays visible. */
  help?: ReactNode
  /** What is wrong and how to put it right. Shown under the input and read out. */
  error?: string
  optional?: boolean
  /** Hides the label from sight where the place already says it; it is still read out. */
  labelHidden?: boolean
  children: ReactNode
}

/** One input with its label, help and error. Without `optional` the input is required. */
export function Field({ label, help, error, optional = false, labelHidden = false, children }: FieldProps) {
  const id = useId()
  const helpId = `${id}-help`
  const errorId = `${id}-error`
  const described = [help && helpId, error && errorId].filter(Boolean).join(" ")
  const wiring: FieldWiring = {
    id,
    "aria-describedby": described || undefined,
    "aria-invalid": error ? true : undefined,
    required: !optional,
  }
  return (
    <div className="grid content-start gap-1.5">
      <label htmlFor={id} className={labelHidden ? "sr-only" : "text-ink-2"}>
        {label}
        {optional && <span className="text-ink-3">, optional</span>}
      </label>
      <Wiring value={wiring}>{children}</Wiring>
      {error && <FieldError id={errorId}>{error}</FieldError>}
      {help && (
        <p id={helpId} className="max-w-measure text-small text-ink-2">
          {help}
        </p>
      )}
    </div>
  )
}

/** The line under an input, or a group of them, that says what is wrong. */
export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} role="alert" className="max-w-measure text-small font-medium text-warn">
      {children}
    </p>
  )
}
