import type { ReactNode } from "react"
import { RoomShell, type RoomShellProps } from "../../app/index.ts"

export const backToMocks = { to: "/mocks", label: "Mock interviews" }

/** One column in the room, for what is read and decided outside the talk. */
export function MockFrame({ children, ...bar }: Omit<RoomShellProps, "back"> & { children: ReactNode }) {
  return (
    <RoomShell back={backToMocks} {...bar}>
      <div className="mx-auto grid w-full max-w-[40rem] gap-10 px-5 py-10">{children}</div>
    </RoomShell>
  )
}
