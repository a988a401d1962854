import type { Rehearsal, Story } from "@backfill/contract"
import { useQueries, useQuery } from "@tanstack/react-query"
import { useSearch } from "@tanstack/react-router"
import { useEffect, useRef, useState } from "react"
import { ProblemState, useAccount } from "../../app/index.ts"
import {
  Button,
  clockFigures,
  EmptyState,
  Link,
  Loading,
  PageHeader,
  Section,
  Table,
  Time,
} from "../../ui/index.ts"
import { useLengthChoice } from "../practice/length-choice.ts"
import { type Asked, questionsQuery } from "../practice/queries.ts"
import { storiesQuery } from "../stories/queries.ts"
import { asKept, heardQuery, isPlayable } from "./heard.ts"
import { percent, secondsWords } from "./heard-words.ts"
import { namer } from "./names.ts"
import { rehearsalsOwner } from "./owner.ts"
import { rehearsalsQuery, takesOf } from "./queries.ts"
import { type Measures, measures } from "./speech/index.ts"
import { TakeStrip } from "./take-strip.tsx"
import { earlierWords, takesFinding, tempoFinding } from "./takes-words.ts"

/** So many are drawn at first, the latest, and as many more each time earlier ones are asked for: each may have to be decoded. */
const AT_ONCE = 6

/** Takes of one story or question under each other, on one time scale. Only one’s own, and none is graded. */
export function TakesPage() {
  const search: { story?: string; kit?: string; item?: string } = useSearch({ strict: false })
  const rehearsals = useQuery(rehearsalsQuery)
  const stories = useQuery(storiesQuery)
  const questions = useQuery(questionsQuery)
  const failed = [rehearsals, stories, questions].find((query) => query.error && !query.data)
  if (rehearsals.data && stories.data && questions.data) {
    const about = { storyId: search.story ?? null, kitId: search.kit ?? null, itemId: search.item ?? null }
    const takes = takesOf(rehearsals.data, about)
    return (
      <Takes
        key={JSON.stringify(about)}
        takes={takes}
        about={about}
        stories={stories.data}
        questions={questions.data.items}
      />
    )
  }
  return (
    <>
      <PageHeader over={<Link to="/rehearse">Rehearse</Link>} title="Takes" />
      {failed ? (
        <ProblemState error={failed.error} retry={() => void failed.refetch()} />
      ) : (
        <Loading label="Loading your takes" />
      )}
    </>
  )
}

type About = { storyId: string | null; kitId: string | null; itemId: string | null }
type TakesProps = { takes: Rehearsal[]; about: About; stories: Story[]; questions: Asked[] }

type Drawn = {
  rehearsal: Rehearsal
  nth: number
  measured: Measures | undefined
  listenAgain: (() => void) | undefined
}

function Takes({ takes, about, stories, questions }: TakesProps) {
  const [length] = useLengthChoice()
  const owner = rehearsalsOwner(useAccount().id)
  const named = namer(stories, questions)
  const { name } = named(about)
  const [most, setMost] = useState(AT_ONCE)
  const playable = takes.filter(isPlayable)
  const drawn = playable.slice(-most)
  const earlier = playable.length - drawn.length
  const heard = useQueries({ queries: drawn.map(({ recording }) => heardQuery({ owner, recording })) })
  const rows = drawn.map((rehearsal, nth): Drawn & { heard: ReturnType<typeof asKept> | undefined } => {
    const hearing = heard[nth]
    const own = hearing?.data && asKept(hearing.data, rehearsal)
    return {
      rehearsal,
      nth: takes.indexOf(rehearsal) + 1,
      heard: own,
      measured: own && measures(own),
      listenAgain: hearing?.isError ? () => void hearing.refetch() : undefined,
    }
  })
  const lengthOf = ({ rehearsal, measured }: Drawn) =>
    measured?.totalMs ?? rehearsal.recording.durationMs ?? 0
  const told = rows.map((row) => ({
    nth: row.nth,
    totalMs: lengthOf(row),
    rate: row.measured?.articulationRate ?? null,
  }))
  const longest = Math.max(length.aim * 1000, ...told.map(({ totalMs }) => totalMs))
  const tempo = tempoFinding(told)
  // The button for earlier takes goes with the last of them; whoever pressed it goes on at the first take it brought.
  const brought = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (most > AT_ONCE) brought.current?.querySelector("a")?.focus()
  }, [most])
  return (
    <>
      <PageHeader
        over={
          <>
            <Link to="/rehearse">Rehearse</Link>, {name}
          </>
        }
        title={drawn.length === 0 ? "No take to compare yet" : takesFinding(told)}
        under={tempo}
      />
      {drawn.length === 0 ? (
        <EmptyState title="Told twice, they stand here under each other">
          <Link to="/rehearse">Back to your rehearsals</Link>
        </EmptyState>
      ) : (
        <div className="grid gap-12">
          <div className="grid gap-4">
            <ol aria-label="Takes on one time scale" className="grid max-w-5xl gap-6">
              {rows.toReversed().map((row, place) => (
                <li key={row.rehearsal.recording.id} ref={place === most - AT_ONCE ? brought : undefined}>
                  <p className="mb-1 flex flex-wrap items-baseline justify-between gap-x-6">
                    <span>
                      <Link to="/rehearse/$recordingId" params={{ recordingId: row.rehearsal.recording.id }}>
                        Take {row.nth}
                      </Link>{" "}
                      <span className="text-small text-ink-2">
                        <Time at={row.rehearsal.recording.createdAt} form="relative" />
                        {about.storyId !== null && askedWords(named(row.rehearsal.recording).question)}
                      </span>
                    </span>
                    <span className="tabular-nums">{clockFigures(lengthOf(row) / 1000)}</span>
                  </p>
                  <TakeStrip
                    heard={row.heard}
                    parts={row.rehearsal.parts}
                    totalMs={lengthOf(row)}
                    axisMs={longest}
                    aimMs={length.aim * 1000}
                  />
                  {row.listenAgain && (
                    <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2 text-small text-ink-2">
                      This take couldn’t be listened to on this device just now.
                      <Button
                        onClick={(event) => {
                          // The button goes; the take’s own link stays.
                          event.currentTarget.closest("li")?.querySelector("a")?.focus()
                          row.listenAgain?.()
                        }}
                      >
                        Listen again
                      </Button>
                    </p>
                  )}
                </li>
              ))}
            </ol>
            {earlier > 0 && (
              <div>
                <Button onClick={() => setMost(most + AT_ONCE)}>
                  {earlierWords(Math.min(earlier, AT_ONCE))}
                </Button>
              </div>
            )}
            <p aria-hidden="true" className="text-small text-ink-3">
              The upright line is your aim, {clockFigures(length.aim)}.
            </p>
          </div>
          <Section
            title="In figures"
            note={earlier > 0 ? `the latest ${drawn.length} of ${playable.length}` : undefined}
          >
            <Figures rows={rows} lengthOf={lengthOf} />
          </Section>
        </div>
      )}
    </>
  )
}

const askedWords = (question: Asked | undefined): string => (question ? `, to ${question.title}` : ", freely")

function Figures({ rows, lengthOf }: { rows: readonly Drawn[]; lengthOf: (row: Drawn) => number }) {
  const figure = (id: string, head: string, of: (all: Measures) => string | number | null) => ({
    id,
    head,
    figure: true,
    cell: ({ measured, listenAgain }: Drawn) =>
      measured ? (of(measured) ?? "too little") : listenAgain ? "not known" : "…",
  })
  return (
    <Table<Drawn>
      stacks
      caption="Takes in figures"
      rows={rows}
      rowKey={({ rehearsal }) => rehearsal.recording.id}
      columns={[
        { id: "take", head: "Take", names: true, cell: ({ nth }) => `Take ${nth}` },
        { id: "total", head: "Length", figure: true, cell: (row) => clockFigures(lengthOf(row) / 1000) },
        figure("share", "Speech", ({ speechShare }) => (speechShare === null ? null : percent(speechShare))),
        figure("pauses", "Pauses", ({ pauses }) => pauses),
        figure("long", "A second or more", ({ longPauses }) => longPauses),
        figure("longest", "Longest", ({ longestPauseMs }) =>
          longestPauseMs > 0 ? secondsWords(longestPauseMs) : "none",
        ),
        figure("rate", "Syllables a second", ({ articulationRate: rate }) => rate?.toFixed(1) ?? null),
        {
          id: "marks",
          head: "Marked",
          figure: true,
          cell: ({ rehearsal }) => rehearsal.marks.length,
        },
      ]}
    />
  )
}
