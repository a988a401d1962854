import type { Kit } from "@backfill/core"
import type { ReactNode } from "react"
import { EmptyState } from "../../ui/index.ts"
import { CompetencyPage } from "./competency-page.tsx"
import { ExercisePage } from "./exercise-page.tsx"
import { FlagsPage } from "./flags-page.tsx"
import { FormPage } from "./form-page.tsx"
import { FrameworkPage } from "./framework-page.tsx"
import { GuidePage } from "./guide-page.tsx"
import { OverviewPage } from "./overview-page.tsx"
import { QuestionPage } from "./question-page.tsx"
import { ResumePage } from "./resume-page.tsx"
import { RoundsPage } from "./rounds-page.tsx"

const plain: Record<string, () => ReactNode> = {
  overview: () => <OverviewPage />,
  framework: () => <FrameworkPage />,
  rounds: () => <RoundsPage />,
  resume: () => <ResumePage />,
  form: () => <FormPage />,
  flags: () => <FlagsPage />,
}

/** The page of a kit at an address, or a word that there is none. */
export function kitPage(kit: Kit, at: string): ReactNode {
  const [kind = "", id = ""] = at.split("/")
  const question = kind === "question" && kit.questions.find((one) => one.id === id)
  if (question) return <QuestionPage key={id} question={question} />
  const exercise = kind === "exercise" && kit.exercises.find((one) => one.id === id)
  if (exercise) return <ExercisePage key={id} exercise={exercise} />
  const competency = kind === "competency" && kit.competencies.find((one) => one.id === id)
  if (competency) return <CompetencyPage key={id} competency={competency} />
  const guide = kind === "guide" && Object.hasOwn(kit.guides, id) ? kit.guides[id] : undefined
  if (guide !== undefined) return <GuidePage key={id} name={id} text={guide} />
  const page = Object.hasOwn(plain, at) ? plain[at] : undefined
  return (
    page?.() ?? (
      <EmptyState title="This page isn’t in the kit">
        <p>The kit may have changed since the link was made. Choose another page.</p>
      </EmptyState>
    )
  )
}
