import { Link, type LinkProps } from "../../ui/index.ts"

/** For a link that stands alone: as high as whatever else is pressed. */
export const standing = "inline-flex min-h-(--control) items-center"

/** The one link that leads on from a page, in the look of its filled button. */
export function LeadLink(props: Omit<LinkProps, "look" | "className">) {
  return (
    <Link
      {...props}
      look="ink"
      className="flex min-h-(--control) w-full items-center justify-center rounded-control bg-fill px-4 py-2 text-center font-semibold text-on-fill transition-colors hover:bg-fill-over"
    />
  )
}
