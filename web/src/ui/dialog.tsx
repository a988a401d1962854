import { Dialog as Radix } from "radix-ui"
import type { ReactNode } from "react"
import { cx } from "./cx.ts"
import { useFocusBack } from "./focus-back.ts"
import { Backdrop, modalPanel } from "./modal-frame.tsx"

export type DialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: ReactNode
  /** One sentence under the title; read out with it. */
  description?: ReactNode
  children?: ReactNode
  /** Buttons, the one that acts first. */
  actions?: ReactNode
  /** For a table or two columns. */
  wide?: boolean
}

/** Something asked or shown over the page. Escape or a press outside closes it; focus goes back to where it was. */
export function Dialog({ open, onOpenChange, title, description, children, actions, wide }: DialogProps) {
  const focusBack = useFocusBack()
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Backdrop />
        <Radix.Content
          {...focusBack}
          className={cx(modalPanel, actions !== undefined && "scroll-pb-24", wide ? "max-w-3xl" : "max-w-lg")}
          {...(description === undefined ? { "aria-describedby": undefined } : {})}
        >
          <Radix.Title className="pr-8 font-serif text-[1.375rem]/7 text-balance">{title}</Radix.Title>
          {description && <Radix.Description className="mt-1 text-ink-2">{description}</Radix.Description>}
          {children && <div className="mt-4">{children}</div>}
          {actions && (
            // In sight however long the dialog is.
            <div className="sticky -bottom-5 -mx-5 mt-2 -mb-5 flex flex-wrap items-center gap-x-6 gap-y-2 bg-sheet px-5 pt-4 pb-5 sm:-bottom-6 sm:-mx-6 sm:-mb-6 sm:px-6 sm:pb-6">
              {actions}
            </div>
          )}
          {/* Last, so that the focus goes to the first field or button rather than to the way out. */}
          <Radix.Close
            aria-label="Close"
            className="absolute top-5 right-4 grid size-8 cursor-pointer place-items-center text-ink-3 hover:text-ink"
          >
            <svg
              aria-hidden="true"
              viewBox="0 0 14 14"
              className="size-3.5 fill-none stroke-current stroke-[1.5]"
            >
              <path d="m2 2 10 10M12 2 2 12" />
            </svg>
          </Radix.Close>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
