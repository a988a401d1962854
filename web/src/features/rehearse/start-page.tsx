import type { Rehearsal, Story } from "@backfill/contract"
import { useQuery } from "@tanstack/react-query"
import { useEffect } from "react"
import { ProblemState, useAccount } from "../../app/index.ts"
import { ButtonLink } from "../../ui/button-link.tsx"
import { EmptyState, Link, Loading, PageHeader, Section, useNow } from "../../ui/index.ts"
import { useKitChoice } from "../practice/kit-choice.ts"
import { useLevelChoice } from "../practice/level-choice.ts"
import { type Asked, questionsQuery } from "../practice/queries.ts"
import { filterQuestions, questionsOf } from "../practice/question-filter.ts"
import { storiesQuery } from "../stories/queries.ts"
import { DrawQuestion } from "./draw-question.tsx"
import { keepOnlyHeard } from "./heard-store.ts"
import { LengthField } from "./length-field.tsx"
import { namer } from "./names.ts"
import { OnThisDevice } from "./on-this-device.tsx"
import { rehearsalsOwner } from "./owner.ts"
import { recordingsQuery, rehearsalsQuery } from "./queries.ts"
import { RehearsalList } from "./rehearsal-list.tsx"
import { StoriesToTell } from "./stories-to-tell.tsx"
import { startFinding } from "./start-words.ts"
import { tellingsOf, withRehearsals } from "./tellings.ts"

/** Where one begins to tell aloud: a question to draw, what each story still has to meet, and what was told before. */
export function StartPage() {
  const stories = useQuery(storiesQuery)
  const questions = useQuery(questionsQuery)
  const rehearsals = useQuery(rehearsalsQuery)
  const failed = [stories, questions, rehearsals].find((query) => query.error && !query.data)
  if (stories.data && questions.data && rehearsals.data)
    return <Start stories={stories.data} all={questions.data.items} rehearsals={rehearsals.data} />
  return (
    <>
      <PageHeader title="Rehearse" />
      {failed ? (
        <ProblemState error={failed.error} retry={() => void failed.refetch()} />
      ) : (
        <Loading label="Loading your rehearsals" />
      )}
    </>
  )
}

type StartProps = { stories: Story[]; all: Asked[]; rehearsals: Rehearsal[] }

function Start({ stories, all, rehearsals }: StartProps) {
  const [kitId] = useKitChoice([...new Set(all.map((one) => one.kitId))])
  const [level] = useLevelChoice()
  const now = useNow().epochMilliseconds
  const owner = rehearsalsOwner(useAccount().id)
  const space = useQuery(recordingsQuery)
  useEffect(() => {
    if (space.data)
      void keepOnlyHeard(
        owner,
        space.data.items.map(({ id }) => id),
      )
  }, [owner, space.data])
  const fitting = filterQuestions(questionsOf(all, kitId), { theme: "", competency: "" }, level)
  const recordings = rehearsals.map(({ recording }) => recording)
  const tellings = tellingsOf(stories, recordings, all, fitting, now)
  const first = tellings.find(({ next }) => next !== undefined)
  return (
    <>
      <PageHeader
        over="Rehearse"
        title={startFinding(tellings)}
        under="Said aloud, without notes, and heard by nobody but you. A story that meets three different questions in the week before bends with the next one."
        actions={
          first?.next && (
            <ButtonLink
              to="/rehearse/tell"
              search={{ story: first.story.id, kit: first.next.kitId, item: first.next.id }}
            >
              Tell the next one
            </ButtonLink>
          )
        }
      />
      <div className="grid gap-12">
        <OnThisDevice />
        <div className="grid items-start gap-x-16 gap-y-12 xl:grid-cols-[minmax(0,6fr)_minmax(0,5fr)]">
          <Section title="Three questions for each story" note="different ones, in the last seven days">
            {stories.length === 0 ? (
              <EmptyState title="No story is written yet">
                <p>
                  You can rehearse without one. Two or three true ones,{" "}
                  <Link to="/stories">written down</Link>, answer most of what is asked.
                </p>
              </EmptyState>
            ) : (
              <StoriesToTell tellings={tellings} rehearsals={recordings} />
            )}
          </Section>
          <Section title="A question you don’t choose">
            <DrawQuestion fitting={withRehearsals(fitting, recordings, all)} stories={stories} />
          </Section>
        </div>
        <Section
          title={rehearsals.length === 0 ? "Nothing told yet" : "What you told"}
          note={rehearsals.length === 0 ? undefined : "only you can open it"}
        >
          <RehearsalList rehearsals={rehearsals} named={namer(stories, all)} space={space.data} />
        </Section>
        <Section title="How long a story should be" rule="hair">
          <LengthField />
        </Section>
      </div>
    </>
  )
}
