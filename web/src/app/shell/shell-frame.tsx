import { type ReactNode, useState } from "react"
import { Dialog } from "radix-ui"
import { useNavigate } from "@tanstack/react-router"
import { Backdrop, Button } from "../../ui/index.ts"
import { type Account, AccountProvider } from "../account.tsx"
import { useKeys } from "../keys/use-keys.tsx"
import { usePalette } from "../palette/palette-entries.tsx"
import { Main } from "./main.tsx"
import { Brand, Rail } from "./rail.tsx"
import { sectionsFor } from "./sections.ts"
import { useAllPages } from "./use-all-pages.ts"

/** The frame of everyday pages: rail at the left, folded into a menu on a narrow window. */
export function ShellFrame({ account, children }: { account: Account; children: ReactNode }) {
  const navigate = useNavigate()
  useAllPages()
  const entries = sectionsFor(account).map((section) => ({
    ...section,
    keys: `g ${section.key}`,
    go: () => void navigate({ to: section.to }),
  }))
  useKeys(Object.fromEntries(entries.map(({ keys, label, go }) => [keys, { label, run: go }])), "Go to", true)
  usePalette(entries.map(({ to, label, keys, go }) => ({ id: to, label, kind: "Go to", keys, run: go })))
  return (
    <AccountProvider account={account}>
      <div className="min-h-dvh lg:grid lg:grid-cols-[var(--rail)_minmax(0,1fr)]">
        <aside className="sticky top-0 h-dvh overflow-y-auto border-r border-rule max-lg:hidden print:hidden">
          <Rail account={account} />
        </aside>
        <NarrowBar account={account} />
        <Main className="w-full max-w-[90rem] min-w-0 px-5 pt-6 pb-16 sm:px-8">{children}</Main>
      </div>
    </AccountProvider>
  )
}

function NarrowBar({ account }: { account: Account }) {
  const [open, setOpen] = useState(false)
  return (
    <header className="flex items-center justify-between border-b border-rule py-2 pr-5 lg:hidden print:hidden">
      <Brand />
      <Dialog.Root open={open} onOpenChange={setOpen}>
        <Dialog.Trigger asChild>
          <Button>Menu</Button>
        </Dialog.Trigger>
        <Dialog.Portal>
          <Backdrop />
          <Dialog.Content
            aria-describedby={undefined}
            onOpenAutoFocus={(event) => {
              event.preventDefault()
              if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus()
            }}
            className="fixed inset-y-0 left-0 z-40 w-64 overflow-y-auto bg-paper shadow-float outline-none"
          >
            <Dialog.Title className="sr-only">Menu</Dialog.Title>
            <Rail account={account} onLeave={() => setOpen(false)} />
          </Dialog.Content>
        </Dialog.Portal>
      </Dialog.Root>
    </header>
  )
}
