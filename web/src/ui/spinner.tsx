/** A small turning ring beside a word that is being acted on. Purely a picture; `aria-busy` does the telling. */
export function Spinner() {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 16 16"
      className="size-3.5 animate-turn fill-none stroke-current stroke-2"
    >
      <circle cx="8" cy="8" r="6" className="opacity-30" />
      <path d="M8 2a6 6 0 0 1 6 6" />
    </svg>
  )
}
