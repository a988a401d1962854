import { TextInput } from "./text-input.tsx"

type PasswordInputProps = {
  /** Tells a password manager whether to fill one in or to make one. */
  which: "current" | "new"
  value: string
  onChange: (password: string) => void
}

/** A password, hidden as it is typed, and no longer than the server takes. */
export function PasswordInput({ which, value, onChange }: PasswordInputProps) {
  return (
    <TextInput
      type="password"
      autoComplete={`${which}-password`}
      maxLength={200}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  )
}
