import type { Story } from "@backfill/contract"
import { drawQuestion, themeName } from "@backfill/core"
import { useNavigate } from "@tanstack/react-router"
import { useState } from "react"
import { useKeys } from "../../app/index.ts"
import { Button, Field, Link, Select } from "../../ui/index.ts"
import type { Asked } from "../practice/queries.ts"
import { titleOf } from "../stories/story-mark.tsx"
import { howFits } from "./tellings.ts"

/** A draw by what was rehearsed least, as the question drawer does it; then the story one means to tell, or none. */
export function DrawQuestion({ fitting, stories }: { fitting: readonly Asked[]; stories: readonly Story[] }) {
  const navigate = useNavigate()
  const [drawn, setDrawn] = useState<Asked>()
  const [storyId, setStoryId] = useState("")
  // A question without a theme asks for knowledge; a story is what is told aloud.
  const told = fitting.filter(({ theme }) => theme !== null)
  const pool = told.length > 0 ? told : fitting
  const draw = () => {
    const others = pool.filter((one) => one.id !== drawn?.id || one.kitId !== drawn.kitId)
    setDrawn(drawQuestion(others.length > 0 ? others : pool, Math.random()))
    setStoryId("")
  }
  const go = () =>
    drawn
      ? void navigate({
          to: "/rehearse/tell",
          search: { story: storyId || undefined, kit: drawn.kitId, item: drawn.id },
        })
      : false
  useKeys({
    d: { label: "Draw a question", run: draw },
    r: { label: "Rehearse the one drawn", run: go },
  })
  if (pool.length === 0)
    return (
      <p className="max-w-measure text-ink-2">
        No kit shares questions for practice here. <Link to="/rehearse/tell">Tell a story freely</Link>.
      </p>
    )
  if (!drawn)
    return (
      <div className="grid gap-4">
        <p className="max-w-measure text-ink-2">
          A draw prefers what you have rehearsed least. The story that fits is for you to find, as in the
          room.
        </p>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <Button keys="d" onClick={draw}>
            Draw a question
          </Button>
          <Link to="/rehearse/tell">Tell freely, without a question</Link>
        </div>
      </div>
    )
  const sorted = stories.toSorted((a, b) => howFits(b, drawn) - howFits(a, drawn))
  return (
    <div aria-live="polite" className="grid gap-4">
      <p className="text-small text-ink-2">
        {[drawn.theme ? themeName(drawn.theme) : drawn.competency, triedWords(drawn.times)].join(" · ")}
      </p>
      <p className="font-serif text-[1.375rem]/8 text-balance">{drawn.question}</p>
      {stories.length > 0 && (
        <div className="grid max-w-sm grid-cols-[minmax(0,1fr)]">
          <Field label="The story you mean to tell" optional>
            <Select
              required={false}
              placeholder="I’ll see when I begin"
              value={storyId}
              onChange={({ target }) => setStoryId(target.value)}
              options={sorted.map((story) => ({
                value: story.id,
                label:
                  titleOf(story) +
                  (howFits(story, drawn) === 2
                    ? " (tells it)"
                    : howFits(story, drawn) === 1
                      ? " (could tell it)"
                      : ""),
              }))}
            />
          </Field>
        </div>
      )}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <Button keys="r" onClick={go}>
          Rehearse it
        </Button>
        <Button keys="d" onClick={draw}>
          Draw another
        </Button>
      </div>
    </div>
  )
}

const triedWords = (times: number): string =>
  times === 0 ? "new to you" : times === 1 ? "tried once" : `tried ${times} times`
