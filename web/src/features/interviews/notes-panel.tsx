import type { NoteEntry } from "@backfill/contract"
import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from "react"
import type { ConsoleSession, Snapshot } from "./console-session.ts"
import type { RoundPlan } from "./console-store.ts"
import { NoteInput } from "./note-input.tsx"
import { NoteLine, SignMark, Stamp } from "./note-line.tsx"
import { boundsOf } from "./notes.ts"
import { type Happened, happenedAt } from "./parts/happened.ts"
import type { Place, RoundState } from "./round-state.ts"

type NotesPanelProps = {
  session: ConsoleSession<RoundPlan>
  snapshot: Snapshot<RoundPlan>
  console: RoundPlan
  places: ReadonlyArray<Place>
  second: number
  area: RefObject<HTMLTextAreaElement | null>
  /** What else was marked at a place, to stand between its notes. */
  alsoAt?: (place: string) => Happened[]
  /** Who reads these notes, and when. */
  whose: ReactNode
}

/** Notes by question, the present one open: every line stamped, the next one always ready below. */
export function NotesPanel(props: NotesPanelProps) {
  const { session, snapshot, console: plan, places, second, area, alsoAt, whose } = props
  const { notes, state, draft } = snapshot
  const here = draft?.itemId ?? state.at ?? places[0]?.id ?? ""
  const lines = notes.filter((note) => note.itemId === here)
  const part = plan.items.find((item) => item.id === here)?.part ?? null
  const editAt = draft?.editing ? lines.findIndex((note) => note.id === draft.id) : -1
  // The line moves to the place of the note it takes up, and back: the focus goes with it.
  const refocus = useRef(false)
  useLayoutEffect(() => {
    if (refocus.current) area.current?.focus()
    refocus.current = false
  })
  const moving = (act: () => void) => () => {
    refocus.current = true
    act()
  }
  const up = () => {
    if (draft && !draft.editing && draft.text !== "") return
    const last = editAt >= 0 ? lines[editAt - 1] : lines.at(-1)
    if (last) session.edit(last)
  }
  const input = (
    <NoteInput
      key="input"
      label={draft?.editing ? "Edit the note" : "New note"}
      text={draft?.text ?? ""}
      second={draft?.atSeconds ?? second}
      editing={draft?.editing ?? false}
      area={area}
      onType={(text) => session.type(text)}
      onFinish={moving(() => session.finish())}
      onUp={moving(up)}
      onLeaveEdit={moving(() => session.leaveEdit())}
      onBlur={() => {
        // An edit that loses the focus stands as typed; a new line waits for its end.
        if (draft?.editing && session.snapshot().draft?.id === draft.id) session.finish()
      }}
    />
  )
  const edit = (note: NoteEntry) => moving(() => session.edit(note))()
  const others = places.filter((place) => place.id !== here && notes.some((note) => note.itemId === place.id))
  return (
    <div className="flex min-h-full flex-col px-6 pt-7">
      {others.length > 0 && (
        <ul className="grid pb-2.5">
          {others.map((place) => (
            <Folded key={place.id} place={place} notes={notes} state={state} plan={plan} onEdit={edit} />
          ))}
        </ul>
      )}
      <section
        aria-label="Notes to the present question"
        className="border-t border-rule pt-2.5 first:border-t-0"
      >
        <ol>
          {stamped(lines, [...happenedAt(state, here, part), ...(alsoAt?.(here) ?? [])]).map((entry) =>
            "words" in entry ? (
              <li key={entry.key} className="grid grid-cols-[52px_1fr] py-1 leading-5.25 text-ink-3">
                <Stamp second={entry.at} />
                <span>{entry.words}</span>
              </li>
            ) : draft?.editing && draft.id === entry.note.id ? (
              <li key={entry.note.id}>{input}</li>
            ) : (
              <NoteLine
                key={entry.note.id}
                note={entry.note}
                bounds={boundsOf(plan.items, entry.note.itemId)}
                onEdit={edit}
              />
            ),
          )}
        </ol>
        {editAt < 0 && input}
      </section>
      <footer className="mt-auto flex min-h-16 items-center py-3 text-small text-ink-2">
        <p>
          <SignMark index={3} /> ticks a good sign, <SignMark index={-3} /> a warning sign. {whose}
        </p>
      </footer>
    </div>
  )
}

type Entry = { at: number; note: NoteEntry } | Happened

/** Notes, and what was asked and told, in the order of the talk. */
function stamped(lines: ReadonlyArray<NoteEntry>, happened: ReadonlyArray<Happened>): Entry[] {
  return [...lines.map((note) => ({ at: note.atSeconds, note })), ...happened].toSorted((a, b) => a.at - b.at)
}

type FoldedProps = {
  place: Place
  notes: ReadonlyArray<NoteEntry>
  state: RoundState
  plan: RoundPlan
  onEdit: (note: NoteEntry) => void
}

function Folded({ place, notes, state, plan, onEdit }: FoldedProps) {
  const [open, setOpen] = useState(false)
  const lines = notes.filter((note) => note.itemId === place.id)
  const number = plan.items.findIndex((item) => item.id === place.id) + 1
  const ticks = [...(state.ticks.get(place.id) ?? [])].toSorted(
    (a, b) => Number(a < 0) - Number(b < 0) || Math.abs(a) - Math.abs(b),
  )
  return (
    <li>
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="flex min-h-6.5 w-full cursor-pointer items-center gap-2 text-left text-small text-ink-3 hover:text-ink"
      >
        <span className="w-3">{number > 0 ? number : "–"}</span>
        <span className="min-w-0 truncate">
          {place.title}, {lines.length} {lines.length === 1 ? "line" : "lines"}
        </span>
        <span className="ml-auto flex gap-1.5 whitespace-nowrap">
          {ticks.map((tick) => (
            <SignMark key={tick} index={tick} />
          ))}
        </span>
      </button>
      {open && (
        <ol className="pb-2">
          {lines.map((note) => (
            <NoteLine key={note.id} note={note} bounds={boundsOf(plan.items, place.id)} onEdit={onEdit} />
          ))}
        </ol>
      )}
    </li>
  )
}
