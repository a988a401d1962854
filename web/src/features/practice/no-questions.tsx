import { EmptyState, PageHeader } from "../../ui/index.ts"

/** The drawer where no kit shares a question. */
export function NoQuestions() {
  return (
    <>
      <PageHeader title="Nothing to practise on yet" />
      <EmptyState title="No kit here has questions for practice">
        <p>
          Questions marked for practice in a kit show up here. Ask whoever looks after this server to add one.
        </p>
      </EmptyState>
    </>
  )
}
