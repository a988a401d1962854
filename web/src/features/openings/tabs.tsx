import { Link } from "@tanstack/react-router"

export const tabs = [
  { id: "board", label: "Board", key: "1" },
  { id: "plan", label: "Plan", key: "2" },
  { id: "team", label: "Team", key: "3" },
  { id: "text", label: "Public text", key: "4" },
] as const
export type Tab = (typeof tabs)[number]["id"]

/** The tab an address asks for; the board when it names none. */
export function tabOf(asked: unknown): Tab {
  return tabs.find((tab) => tab.id === asked)?.id ?? "board"
}

/** The parts of an opening. Each has its own address, so that it can be passed on. */
export function TabLine({ openingId, now }: { openingId: string; now: Tab }) {
  return (
    <nav aria-label="Parts of this opening" className="mb-6 flex flex-wrap gap-x-8 border-b border-rule">
      {tabs.map((tab) => (
        <Link
          key={tab.id}
          to="/openings/$openingId"
          params={{ openingId } as never}
          search={(tab.id === "board" ? {} : { tab: tab.id }) as never}
          aria-current={tab.id === now ? "page" : undefined}
          activeOptions={{ includeSearch: true }}
          className={`-mb-px inline-flex min-h-(--control) items-center border-b-2 ${tab.id === now ? "border-accent font-semibold" : "border-transparent text-ink-2 hover:text-ink"}`}
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  )
}
