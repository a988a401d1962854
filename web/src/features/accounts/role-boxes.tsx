import type { Role } from "@backfill/contract"
import { Checkbox, FieldError } from "../../ui/index.ts"
import { roleOrder, roleWords } from "./roles.ts"

export type RoleBoxesProps = {
  value: ReadonlyArray<Role>
  onChange: (roles: Role[]) => void
  error?: string
}

/** Which roles somebody has, each with what it lets them do. */
export function RoleBoxes({ value, onChange, error }: RoleBoxesProps) {
  return (
    <fieldset>
      <legend className="mb-1 text-ink-2">Roles</legend>
      {roleOrder.map((role) => (
        <Checkbox
          key={role}
          label={roleWords[role].name}
          help={roleWords[role].does}
          checked={value.includes(role)}
          onChange={(event) =>
            onChange(
              roleOrder.filter((each) => (each === role ? event.target.checked : value.includes(each))),
            )
          }
        />
      ))}
      {error && <FieldError>{error}</FieldError>}
    </fieldset>
  )
}
