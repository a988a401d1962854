import type { Story } from "@backfill/contract"
import { Button } from "../../ui/index.ts"
import { writeJson, writeMarkdown } from "./story-file.ts"

/** The stories as files, written here: they never leave this device for it. */
export function Downloads({ stories }: { stories: readonly Story[] }) {
  return (
    <>
      <Button onClick={() => save("stories.md", "text/markdown", writeMarkdown(stories))}>
        Download as Markdown
      </Button>
      <Button onClick={() => save("stories.json", "application/json", writeJson(stories))}>
        Download as JSON
      </Button>
    </>
  )
}

function save(name: string, type: string, text: string): void {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
