/** The mark: a day in four partitions, the third of them filled in afterwards. */
export function Mark() {
  return (
    <svg aria-hidden="true" viewBox="0 0 22 14" className="h-3.5 w-5.5 fill-none stroke-ink">
      <path d="M.5.5h3v13h-3zM6.5.5h3v13h-3zM18.5.5h3v13h-3z" />
      <path d="M12.5.5h3v13h-3z" className="fill-accent stroke-accent" />
    </svg>
  )
}
