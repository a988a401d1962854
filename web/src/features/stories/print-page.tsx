import { useQuery } from "@tanstack/react-query"
import { ProblemState } from "../../app/index.ts"
import { Button, Link, Loading, PageHeader } from "../../ui/index.ts"
import { storiesQuery } from "./queries.ts"
import { titleOf } from "./story-mark.tsx"
import { THEME_WORDS, THEMES } from "./themes.ts"

/** All stories for paper, each beginning a page; the browser saves the same as PDF. */
export function PrintPage() {
  const stories = useQuery(storiesQuery)
  return (
    <>
      <div className="print:hidden">
        <PageHeader
          over={<Link to="/stories">Stories</Link>}
          title="Your stories on paper"
          under="One story a page, in letters of every script. Your browser can save the same as PDF."
          actions={
            <Button variant="primary" onClick={() => window.print()}>
              Print
            </Button>
          }
        />
      </div>
      {stories.error && <ProblemState error={stories.error} retry={() => void stories.refetch()} />}
      {!stories.data && !stories.error && <Loading label="Loading your stories" />}
      {stories.data?.length === 0 && <p className="text-ink-2">There is no story to print yet.</p>}
      <div className="grid gap-12 print:block">
        {stories.data?.map((story) => (
          <article
            key={story.id}
            className="max-w-measure border-t border-rule-strong pt-3 print:break-after-page print:border-0"
          >
            <h2 className="lead [overflow-wrap:anywhere]">{titleOf(story)}</h2>
            <p className="mt-1 mb-4 text-small text-ink-2">
              {THEMES.filter((theme) => story.themes[theme])
                .map(
                  (theme) => `${THEME_WORDS[theme].name}${story.themes[theme] === "could" ? " (could)" : ""}`,
                )
                .join(", ")}
            </p>
            <p className="read whitespace-pre-wrap [overflow-wrap:anywhere]">{story.text}</p>
          </article>
        ))}
      </div>
    </>
  )
}
