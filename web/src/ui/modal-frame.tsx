/** Classes and backdrop that Dialog, ConfirmDialog and the palette share. */
export const modalPanel =
  "fixed inset-x-4 top-[12vh] z-40 mx-auto max-h-[76vh] overflow-y-auto rounded-control bg-sheet p-6 shadow-float outline-none max-sm:top-4 max-sm:max-h-[calc(100dvh-2rem)] max-sm:p-5 border border-rule"

/**
 * Dims the page behind what floats and, by its attribute, keeps the page from scrolling (see base.css).
 * Radix's own overlay isn't used: it writes a style element, which the policy refuses.
 */
export function Backdrop() {
  return <div data-modal="" className="fixed inset-0 z-40 bg-[#1b1a17]/35" />
}
