import type { ReactNode } from "react"
import { BareShell } from "../../app/index.ts"

/**
 * One column for people outside the house. Whatever is pressed is 44 px high, and what is typed into is set at 16 px,
 * below which phones zoom in.
 */
export function Frame({
  from,
  about,
  wide = false,
  children,
}: {
  from?: ReactNode
  about?: ReactNode
  /** Two columns where the window is wide enough for them. */
  wide?: boolean
  children: ReactNode
}) {
  return (
    <BareShell from={from} about={about} wide={wide}>
      <div className="[&_fieldset_label]:min-h-11 [&_fieldset_label]:items-center [&_input]:text-[1rem] [&_li_button]:min-h-11! [&_select]:text-[1rem] [&_textarea:not(.read)]:text-[1rem]">
        {children}
      </div>
    </BareShell>
  )
}
