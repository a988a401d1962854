import type { PracticeAttempt, ReadinessList, Rehearsal, Story } from "@backfill/contract"
import { nextStep, nextTelling, planBack } from "@backfill/core"
import { useQuery } from "@tanstack/react-query"
import { Temporal } from "temporal-polyfill"
import { ProblemState } from "../../app/index.ts"
import { FieldError, Link, Loading, PageHeader, Section, useNow, useZone } from "../../ui/index.ts"
import { allItems, listsQuery, onSiteQuery } from "../readiness/queries.ts"
import { LastRehearsals } from "../rehearse/last-rehearsals.tsx"
import { rehearsalsQuery } from "../rehearse/queries.ts"
import { tellingsOf } from "../rehearse/tellings.ts"
import { storiesQuery, useWrite } from "../stories/queries.ts"
import { SmallCoverage } from "../stories/small-coverage.tsx"
import { AttemptList } from "./attempt-list.tsx"
import { useKitChoice } from "./kit-choice.ts"
import { useLevelChoice } from "./level-choice.ts"
import { NextHeader } from "./next-header.tsx"
import { NoQuestions } from "./no-questions.tsx"
import { PlanView } from "./plan-view.tsx"
import { type Asked, attemptsQuery, questionsQuery } from "./queries.ts"
import { filterQuestions, questionsOf } from "./question-filter.ts"
import { useStart } from "./use-start.ts"
import { WeekPicture } from "./week-picture.tsx"

const TRIES_SHOWN = 8

/** Practice: the next thing in one line, the plan back from the on-site, and what the last weeks held. */
export function HomePage() {
  const questions = useQuery(questionsQuery)
  const attempts = useQuery(attemptsQuery)
  const lists = useQuery(listsQuery)
  const onSite = useQuery(onSiteQuery)
  const stories = useQuery(storiesQuery)
  // What is next may be one to tell; without them, as after a failure, the page goes on.
  const rehearsals = useQuery(rehearsalsQuery)
  const failed = [questions, attempts, lists, onSite, stories].find((query) => query.error && !query.data)
  const known = !rehearsals.isPending || rehearsals.data
  if (questions.data && attempts.data && lists.data && onSite.data && stories.data && known)
    return questions.data.items.length === 0 ? (
      <NoQuestions />
    ) : (
      <Practice
        all={questions.data.items}
        attempts={attempts.data.items}
        lists={lists.data.lists}
        onSite={onSite.data.onSite}
        stories={stories.data}
        rehearsals={rehearsals.data}
      />
    )
  return (
    <>
      <PageHeader title="Practise" />
      {failed ? (
        <ProblemState error={failed.error} retry={() => void failed.refetch()} />
      ) : (
        <Loading label="Loading your practice" />
      )}
    </>
  )
}

type PracticeProps = {
  all: Asked[]
  attempts: PracticeAttempt[]
  lists: ReadinessList[]
  onSite: string | null
  stories: Story[]
  /** Undefined where they couldn't be read: then nothing is said about telling. */
  rehearsals: Rehearsal[] | undefined
}

function Practice({ all, attempts, lists, onSite, stories, rehearsals }: PracticeProps) {
  const [level] = useLevelChoice()
  const [kitId] = useKitChoice([...new Set(all.map((one) => one.kitId))])
  const questions = questionsOf(all, kitId)
  const zone = useZone()
  const today = dayIn(useNow().toString(), zone)
  const start = useStart()
  const write = useWrite()
  const told = (rehearsals ?? []).map(({ recording }) => recording)
  const tellings = tellingsOf(
    stories,
    told,
    all,
    filterQuestions(questions, { theme: "", competency: "" }, level),
    useNow().epochMilliseconds,
  )
  const technical = allItems(lists.filter(({ id }) => id === "technical")).filter(isOpen)
  const days = lists.flatMap((list) => list.groups).filter((group) => group.daysBefore !== null)
  // A story that is only begun isn't told yet.
  const written = rehearsals ? tellings.filter(({ story }) => story.text.trim() !== "") : []
  const plan = planBack(onSite, today, {
    stories: stories.length,
    technical: technical.length,
    untold: written.filter(({ ever }) => ever === 0).length,
  })
  const daysLeft = plan.state === "ahead" ? plan.daysLeft : plan.state === "today" ? 0 : undefined
  const dates = attempts.map((attempt) => dayIn(attempt.startedAt, zone))
  const toldToday = told.filter(({ createdAt }) => dayIn(createdAt, zone) === today).length
  const next = nextStep({
    questions,
    attempts,
    triesToday: dates.filter((date) => date === today).length,
    toldToday,
    telling: nextTelling(written, plan, toldToday),
    technical: technical.find((item) => item.exercise !== null),
    todays: days.find((group) => group.daysBefore === daysLeft)?.items.find(isOpen),
    stories: stories.length,
    plan,
  })
  return (
    <>
      <NextHeader
        next={next}
        pending={start.pending || write.pending}
        onStart={(question) => void start.run({ kitId: question.kitId, itemId: question.id, level })}
        onWrite={() => void write.run("new")}
      />
      {(start.failure ?? write.failure) && <FieldError>{start.failure ?? write.failure}</FieldError>}
      <div className="grid items-start gap-x-16 gap-y-12 xl:grid-cols-[minmax(0,5fr)_minmax(0,4fr)]">
        <PlanView plan={plan} onSite={onSite} today={today} days={days} tellings={tellings} />
        <div className="grid gap-12">
          <SmallCoverage stories={stories} />
          <LastRehearsals rehearsals={rehearsals ?? []} stories={stories} questions={all} />
          <WeekPicture
            tries={dates}
            stories={stories.map((story) => dayIn(story.createdAt, zone))}
            today={today}
          />
          <Section
            title="Your last tries"
            note="only you can see them"
            aside={<Link to="/questions">All questions</Link>}
          >
            <AttemptList attempts={attempts.slice(0, TRIES_SHOWN)} />
            <p className="mt-3 text-ink-2">
              <Link to="/your-practice">Take all of your practice with you, or delete it</Link>
            </p>
          </Section>
        </div>
      </div>
    </>
  )
}

const isOpen = (item: { done: boolean; hidden: boolean }) => !item.done && !item.hidden

/** The calendar date of an instant where the person is. */
const dayIn = (instant: string, zone: string) =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString()
