/** Code as it is handed over. */
export function Code({ text }: { text: string }) {
  return (
    <pre tabIndex={0} className="overflow-x-auto bg-sunk px-4 py-3 font-mono text-small leading-5">
      <code>{text}</code>
    </pre>
  )
}
