import type { PublicForm } from "@backfill/contract"
import { useQuery } from "@tanstack/react-query"
import { useNavigate, useParams, useSearch } from "@tanstack/react-router"
import { useEffect, useState } from "react"
import { ProblemState } from "../../app/index.ts"
import { Link, Loading, Markdown, PageHeader } from "../../ui/index.ts"
import { FaultList, goTo } from "./fault-list.tsx"
import { checkDraft } from "./form-check.ts"
import { FormPart } from "./form-part.tsx"
import { Frame } from "./frame.tsx"
import { KeptLine } from "./kept-line.tsx"
import { standing } from "./lead-link.tsx"
import { OutcomePart } from "./outcome-part.tsx"
import { openingQuery } from "./public-queries.ts"
import { readBack } from "./read-back.ts"
import { ReadBackPart } from "./read-back-part.tsx"
import { type DraftHold, useDraft } from "./use-draft.ts"
import { useSending } from "./use-sending.ts"

/** Applying for a role: the form, all answers once more, and how it ended. */
export function ApplyPage() {
  const { slug = "" }: { slug?: string } = useParams({ strict: false })
  const role = useQuery(openingQuery(slug))
  const hold = useDraft(slug)
  if (!role.data || !hold)
    return (
      <Frame>
        {role.error ? (
          <ProblemState page error={role.error} retry={() => void role.refetch()}>
            <p className="w-full text-ink-2">
              Anything you wrote for this role is still kept on this device.
            </p>
            <Link to="/jobs" className={standing}>
              See the open roles
            </Link>
          </ProblemState>
        ) : (
          <Loading label="Loading the form" lines={10} />
        )}
      </Frame>
    )
  const { opening, form } = role.data
  return (
    <Frame
      from={opening.organisation}
      about={
        <Link to="/jobs/$slug" params={{ slug }}>
          {opening.title}
        </Link>
      }
    >
      {hold.sent ? (
        <OutcomePart slug={slug} sent={hold.sent} stages={form.stages} onForget={() => void hold.clear()} />
      ) : opening.open ? (
        <Writing slug={slug} title={opening.title} form={form} hold={hold} />
      ) : (
        <>
          <PageHeader title="This role is closed" under="It takes no applications any more." />
          {hold.keeping !== "none" && <KeptLine hold={hold} />}
          <Link to="/jobs" className={standing}>
            See the open roles
          </Link>
        </>
      )}
    </Frame>
  )
}

type WritingProps = { slug: string; title: string; form: PublicForm; hold: DraftHold }

function Writing({ slug, title, form, hold }: WritingProps) {
  const { step }: { step?: string } = useSearch({ strict: false })
  const navigate = useNavigate()
  const [checked, setChecked] = useState(0)
  const sending = useSending(slug, form, hold)
  const faults = checked > 0 ? merged(checkDraft(hold.draft, form), sending.faults) : sending.faults
  const parts = readBack(hold.draft, form)
  const reading =
    step === "read-back" && checkDraft(hold.draft, form).length === 0 && sending.faults.length === 0
  const [target, setTarget] = useState<string>()

  useEffect(() => {
    window.scrollTo(0, 0)
    if (reading) document.querySelector<HTMLElement>("[data-page-title]")?.focus({ preventScroll: true })
  }, [reading])
  useEffect(() => {
    if (reading || target === undefined) return
    goTo(target)
    setTarget(undefined)
  }, [reading, target])

  const turnTo = (next: "read-back" | undefined) =>
    void navigate({
      to: "/jobs/$slug/apply",
      params: { slug },
      search: { step: next } as never,
      resetScroll: false,
    })
  const read = () => {
    sending.forgetFaults()
    setChecked((times) => times + 1)
    if (checkDraft(hold.draft, form).length === 0) turnTo("read-back")
    else window.scrollTo(0, 0)
  }
  if (reading)
    return (
      <>
        <PageHeader title="Read it once more" under="This is all that will be sent." />
        <ReadBackPart
          parts={parts}
          onChange={(field) => {
            setTarget(field)
            turnTo(undefined)
          }}
          onSend={() => void sending.send()}
          pending={sending.pending}
          failure={sending.failure}
          unsure={hold.draft.tries.length > 0}
          kept={hold.keeping === "kept"}
          retentionMonths={form.retentionMonths}
        />
      </>
    )
  return (
    <>
      <PageHeader title="Your application" under={`For ${title}.`} />
      {faults.length > 0 && (
        <FaultList
          key={`${checked} ${sending.faults.length}`}
          faults={faults}
          labels={parts.flatMap((part) => part.rows)}
          onGo={goTo}
        />
      )}
      <div className="mb-10 grid gap-4">
        <Markdown text={form.introduction} />
        <KeptLine hold={hold} />
      </div>
      <FormPart slug={slug} form={form} hold={hold} faults={faults} onReadBack={read} />
    </>
  )
}

/** One fault a field: what this page finds goes before what the server said. */
function merged<F extends { field: string }>(own: F[], others: ReadonlyArray<F>): F[] {
  return [...own, ...others.filter((other) => !own.some(({ field }) => field === other.field))]
}
