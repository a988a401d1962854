import { type ReactNode, useLayoutEffect, useRef, useState } from "react"

/** Lets what is wider than the window scroll sideways in its own frame, reachable by keyboard only when it does. */
export function ScrollFrame({ label, children }: { label: string; children: ReactNode }) {
  const frame = useRef<HTMLDivElement>(null)
  const [scrolls, setScrolls] = useState(false)
  useLayoutEffect(() => {
    const element = frame.current
    if (!element) return
    const measure = () => setScrolls(element.scrollWidth > element.clientWidth + 1)
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const reachable = scrolls ? { role: "region", "aria-label": label, tabIndex: 0 } : {}
  return (
    <div ref={frame} className="relative max-lg:overflow-x-auto" {...reachable}>
      {children}
    </div>
  )
}
