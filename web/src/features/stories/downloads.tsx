import { addressOf, api, type Story } from "@backfill/contract"
import { problemOf } from "../../app/api.ts"
import { useAct } from "../../app/use-act.ts"
import { Button, FieldError } from "../../ui/index.ts"
import { writeJson, writeMarkdown } from "./story-file.ts"

/** What the fonts of the PDF have letters for; others are for the browser to print. */
const DRAWN = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]*$/u

/** The stories as files. Markdown and JSON are written here and never leave this device for it; the PDF is the server’s. */
export function Downloads({ stories }: { stories: readonly Story[] }) {
  const pdf = useAct(async () => {
    const answer = await fetch(addressOf(api.stories.pdf))
    if (!answer.ok) throw await problemOf(answer)
    save("stories.pdf", await answer.blob())
  })
  return (
    <>
      <Button
        className="min-h-7!"
        onClick={() => save("stories.md", new Blob([writeMarkdown(stories)], { type: "text/markdown" }))}
      >
        Download as Markdown
      </Button>
      {stories.every(({ title, text }) => DRAWN.test(title + text)) && (
        <Button className="min-h-7!" pending={pdf.pending} onClick={() => void pdf.run(undefined)}>
          Download as PDF
        </Button>
      )}
      <Button
        className="min-h-7!"
        onClick={() => save("stories.json", new Blob([writeJson(stories)], { type: "application/json" }))}
      >
        Download as JSON
      </Button>
      {pdf.failure && <FieldError>{pdf.failure}</FieldError>}
    </>
  )
}

function save(name: string, file: Blob): void {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
