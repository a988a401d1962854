import type { ReadinessGroup, ReadinessList } from "@backfill/contract"
import { useState } from "react"
import { Button, Ribbon, Section } from "../../ui/index.ts"
import { AddItem } from "./add-item.tsx"
import { EditedItem } from "./edited-item.tsx"
import { ItemRow } from "./item-row.tsx"
import { progressOf } from "./queries.ts"

/** One list, to tick; after "Change this list" to reword, hide, bring back and add. */
export function ListView({ list }: { list: ReadinessList }) {
  const [editing, setEditing] = useState(false)
  const { done, all } = progressOf(list)
  const hidden = list.groups.flatMap((group) => group.items).filter((item) => item.hidden).length
  return (
    <div id={list.id} className="scroll-mt-4">
      <Section
        title={list.title}
        note={`${done} of ${all} ticked${hidden > 0 ? `, ${hidden} hidden` : ""}`}
        aside={
          <Button
            aria-label={editing ? `Done changing ${list.title}` : `Change the list ${list.title}`}
            onClick={() => setEditing(!editing)}
          >
            {editing ? "Done" : "Change this list"}
          </Button>
        }
      >
        <p className="mb-6 max-w-measure text-ink-2">{list.summary}</p>
        {list.frame.length > 0 && <Frame frame={list.frame} editing={editing} />}
        <div className="grid gap-x-12 gap-y-8 lg:grid-cols-2">
          {list.groups.map((group) => (
            <GroupView key={group.id} group={group} editing={editing} />
          ))}
        </div>
      </Section>
    </div>
  )
}

function GroupView({ group, editing }: { group: ReadinessGroup; editing: boolean }) {
  const shown = group.items.filter((item) => !item.hidden)
  return (
    <section aria-label={group.title} className="min-w-0">
      <h3 className="text-small text-ink-2">{group.title}</h3>
      {group.note && <p className="text-small text-ink-2">{group.note}</p>}
      <ul className="mt-1">
        {(editing ? group.items : shown).map((item) => (
          <li key={item.id} className="border-t border-rule py-1">
            {editing ? <EditedItem item={item} /> : <ItemRow item={item} />}
          </li>
        ))}
      </ul>
      {!editing && shown.length === 0 && (
        <p className="border-t border-rule py-2 text-ink-2">You hid everything here.</p>
      )}
      {editing && <AddItem group={group} />}
    </section>
  )
}

/** The timed parts as bands in proportion, and a line on each. */
function Frame({ frame, editing }: { frame: ReadinessList["frame"]; editing: boolean }) {
  const shown = frame.filter(({ item }) => !item.hidden)
  const total = shown.reduce((sum, part) => sum + part.minutes, 0)
  const parts = shown.map((part) => ({ id: part.title, label: part.title, seconds: part.minutes * 60 }))
  return (
    <div className="mb-10 max-w-4xl">
      {shown.length > 0 && (
        <Ribbon label={`The ${total} minutes, part by part`} parts={parts} total={total * 60} />
      )}
      <dl className="mt-2 grid gap-y-1.5">
        {(editing ? frame : shown).map((part) => (
          <div key={part.title} className="grid gap-x-4 sm:grid-cols-[9rem_1fr]">
            <dt className="font-semibold">
              {part.title} <span className="font-normal text-ink-2">{part.minutes} min</span>
            </dt>
            <dd className="max-w-measure">{editing ? <EditedItem item={part.item} /> : part.item.text}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
