import { addressOf, api } from "@backfill/contract"
import { useQuery } from "@tanstack/react-query"
import { bytesInWords, Link, Section } from "../../ui/index.ts"
import { recordingsQuery } from "../rehearse/queries.ts"

/** One’s practice as a file, with or without the picture and sound of recordings. */
export function TakeOutPart() {
  const { data } = useQuery(recordingsQuery)
  const items = data?.items ?? []
  const whole = items.filter(({ state }) => state === "ready" || state === "as-it-came")
  const bytes = whole.reduce((sum, { offset }) => sum + offset, 0)
  return (
    <Section title="Take it with you">
      <p className="mb-3 text-ink-2">
        Everything as one file: to keep, or to take in at another Backfill. Of mock interviews it holds what
        was handed to you and what you haven’t handed over yet, to read.
      </p>
      <ul className="grid gap-3">
        <li>
          <Link href={addressOf(api.practiceData.download)} download>
            Download everything
          </Link>
          <span className="block text-small text-ink-2">
            JSON, small and quick. Of recordings it holds what you noted and the address of each.
          </span>
        </li>
        {whole.length > 0 && (
          <li>
            <Link href={addressOf(api.practiceData.downloadWithMedia)} download>
              Download it with picture and sound
            </Link>
            <span className="block text-small text-ink-2">
              ZIP, about {bytesInWords(bytes)}: the same, and{" "}
              {whole.length === 1 ? "your recording" : `your ${whole.length} recordings`}.
              {arriving(items.length - whole.length)}
            </span>
          </li>
        )}
      </ul>
    </Section>
  )
}

const arriving = (count: number): string => {
  if (count === 0) return ""
  return ` ${count === 1 ? "One that is" : `${count} that are`} still arriving or being made ready ${count === 1 ? "isn’t" : "aren’t"} in it yet.`
}
