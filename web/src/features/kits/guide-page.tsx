import { Markdown } from "../../ui/index.ts"
import { splitGuide } from "./pages.ts"

/** One guide to read. */
export function GuidePage({ name, text }: { name: string; text: string }) {
  const { title, body } = splitGuide(name, text)
  return (
    <article className="grid gap-4">
      <h1 className="lead" data-book-title="" tabIndex={-1}>
        {title}
      </h1>
      <Markdown text={body} />
    </article>
  )
}
