import { Field, Select } from "../../ui/index.ts"
import { LENGTHS, lengthOf, useLengthChoice } from "../practice/length-choice.ts"
import { minutesAndSeconds } from "../stories/editor/words.ts"

/** The length one aims at and the most one allows; the story editor measures by the same. */
export function LengthField() {
  const [{ aim, limit }, choose] = useLengthChoice()
  return (
    <div className="max-w-md">
      <Field
        label="Aim, and at most"
        help="Two to three minutes is what most panels sit through gladly. Kept on this device; the story editor goes by it too."
      >
        <Select
          value={`${aim}/${limit}`}
          onChange={({ target }) => choose(lengthOf(target.value))}
          options={LENGTHS.map((length) => ({
            value: `${length.aim}/${length.limit}`,
            label: `${minutesAndSeconds(length.aim)}, at most ${minutesAndSeconds(length.limit)}`,
          }))}
        />
      </Field>
    </div>
  )
}
