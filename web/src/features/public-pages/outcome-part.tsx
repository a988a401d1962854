import { Button, Link, PageHeader, Section } from "../../ui/index.ts"
import { CopyLink } from "../../ui/copy-link.tsx"
import { AskLinkForm } from "./ask-link-form.tsx"
import type { Sent } from "./draft.ts"
import { standing } from "./lead-link.tsx"
import { StageList } from "./stage-list.tsx"

type OutcomePartProps = {
  slug: string
  sent: Sent
  stages: ReadonlyArray<{ title: string; summary: string }>
  onForget: () => void
}

/** How sending ended: arrived, ended by a rule, or there already. */
export function OutcomePart({ slug, sent, stages, onForget }: OutcomePartProps) {
  return (
    <div className="grid gap-10">
      <div>
        {sent.outcome === "disqualified" ? (
          <Ended rule={sent.rule} />
        ) : (
          <Arrived known={sent.outcome === "known"} />
        )}
        {sent.version === "earlier" && (
          <p className="mb-8 border-l-2 border-edge pl-4">
            It is the version you sent first: its answer got lost on the way. What you changed afterwards
            isn’t in it; write to us from your page if it matters.
          </p>
        )}
        {sent.outcome === "known" ? (
          <AskLinkForm slug={slug} />
        ) : (
          <OwnPage link={sent.link} mailed={sent.mailed} ended={sent.outcome === "disqualified"} />
        )}
      </div>
      {sent.outcome !== "disqualified" && stages.length > 0 && (
        <Section title="The way through">
          <StageList stages={stages} />
        </Section>
      )}
      <div className="grid justify-items-start gap-1 border-t border-rule pt-3">
        <p className="text-small text-ink-2">
          Your answers are off this device now. Only this page is still kept on it, so that you don’t lose the
          link.
        </p>
        <Button onClick={onForget}>Remove it from this device too</Button>
        <Link to="/jobs" className={standing}>
          See the open roles
        </Link>
      </div>
    </div>
  )
}

function Arrived({ known }: { known: boolean }) {
  return known ? (
    <PageHeader
      title="Your application is with us already"
      under="It came in before, and nothing was added. Its link was given out then; a new one can be mailed to you."
    />
  ) : (
    <PageHeader
      title="Thank you, your application is with us"
      under="All of it arrived. A person will read it."
    />
  )
}

function Ended({ rule }: { rule: string | null }) {
  return (
    <>
      <PageHeader
        title="This role has a rule that ends it here"
        under="Your application arrived. One of your answers meets a rule set before anybody applied:"
      />
      {rule && <p className="read mb-6 border-l-2 border-edge pl-4">{rule}</p>}
      <p className="mb-6 text-ink-2">
        Rules miss things. If you think this one does, ask on your own page for a person to look; say what it
        doesn’t take into account.
      </p>
    </>
  )
}

function OwnPage({ link, mailed, ended }: { link: string; mailed: boolean; ended: boolean }) {
  return (
    <div className="grid gap-5">
      <CopyLink label="The link to your own page" link={link} />
      <p className="text-ink-2">
        {mailed
          ? "It is on its way to you by mail too. "
          : "It wasn’t mailed, so copy it now and keep it somewhere safe. "}
        Whoever has the link can open your page, so don’t pass it on.
      </p>
      {ended ? (
        <Link href={link} className={`${standing} font-semibold`}>
          Ask for a person to look
        </Link>
      ) : (
        <Link href={link} className={standing}>
          Open your page
        </Link>
      )}
    </div>
  )
}
