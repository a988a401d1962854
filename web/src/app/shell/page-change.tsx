import { useRouter } from "@tanstack/react-router"
import { useEffect } from "react"

/**
 * After a change of page, puts the focus on the page's heading, so that a screen reader says where one is
 * and the next Tab starts from there. Changes of search or hash alone leave the focus be.
 */
export function PageChange() {
  const router = useRouter()
  useEffect(
    () =>
      router.subscribe("onRendered", ({ fromLocation, pathChanged }) => {
        if (!fromLocation || !pathChanged) return
        const target =
          document.querySelector<HTMLElement>("[data-page-title]") ?? document.querySelector("main")
        target?.focus({ preventScroll: true })
      }),
    [router],
  )
  return null
}

/** The first thing Tab reaches: leads past the rail. */
export function SkipLink() {
  return (
    <a
      href="#main"
      onClick={(event) => {
        event.preventDefault()
        document.querySelector<HTMLElement>("#main")?.focus()
      }}
      className="sr-only z-50 rounded-control bg-fill px-4 py-2 text-on-fill focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
    >
      Skip to the page
    </a>
  )
}
