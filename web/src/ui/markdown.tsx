import { type ReactNode, useMemo } from "react"
import { cx } from "./cx.ts"
import { Link } from "./link.tsx"
import { type Block, parseMarkdown } from "./markdown-blocks.ts"
import type { Inline } from "./markdown-inline.ts"

/** Kit text as it is read: serif, at reading width. `ui` sets it in the interface's sans instead. */
export function Markdown({ text, look = "read" }: { text: string; look?: "read" | "ui" }) {
  const blocks = useMemo(() => parseMarkdown(text), [text])
  return (
    <div className={cx("grid max-w-measure gap-3 [&_li>div]:gap-1", look === "read" && "read")}>
      {blocks.map(toBlock)}
    </div>
  )
}

function toBlock(block: Block, key: number): ReactNode {
  switch (block.kind) {
    case "paragraph":
      return <p key={key}>{block.inline.map(toInline)}</p>
    case "heading":
      return (
        <h3
          key={key}
          className={cx("mt-2 font-sans text-ui", block.depth < 3 ? "font-semibold" : "text-ink-2")}
        >
          {block.inline.map(toInline)}
        </h3>
      )
    case "code":
      return (
        <pre
          key={key}
          tabIndex={0}
          className="overflow-x-auto bg-sunk px-4 py-3 font-mono text-small leading-5"
        >
          <code>{block.text}</code>
        </pre>
      )
    case "quote":
      return (
        <blockquote key={key} className="grid gap-3 border-l border-edge pl-4 text-ink-2">
          {block.blocks.map(toBlock)}
        </blockquote>
      )
    case "list":
      return <TextList key={key} list={block} />
    case "table":
      return <TextTable key={key} table={block} />
  }
}

function TextTable({ table }: { table: Extract<Block, { kind: "table" }> }) {
  const cell = "border-b border-rule py-1.5 pr-6 text-left align-top last:pr-0"
  return (
    <div tabIndex={0} role="group" aria-label="Table" className="overflow-x-auto font-sans text-ui">
      <table>
        <thead>
          <tr>
            {table.head.map((inline, at) => (
              <th key={at} scope="col" className={cx(cell, "font-normal text-ink-2")}>
                {inline.map(toInline)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((cells, at) => (
            <tr key={at}>
              {cells.map((inline, at) => (
                <td key={at} className={cell}>
                  {inline.map(toInline)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function TextList({ list }: { list: Extract<Block, { kind: "list" }> }) {
  const items = list.items.map((blocks, at) => (
    <li key={at} className="relative pl-6">
      <span aria-hidden="true" className="absolute left-0 text-ink-3">
        {list.ordered ? `${list.start + at}.` : "–"}
      </span>
      <div className="grid">{blocks.map(toBlock)}</div>
    </li>
  ))
  const classes = "grid gap-1.5"
  return list.ordered ? (
    <ol start={list.start} className={classes}>
      {items}
    </ol>
  ) : (
    <ul className={classes}>{items}</ul>
  )
}

function toInline(part: Inline, key: number): ReactNode {
  switch (part.kind) {
    case "text":
      return part.text
    case "code":
      return (
        <code key={key} className="font-mono text-[0.88em]">
          {part.text}
        </code>
      )
    case "strong":
      return (
        <strong key={key} className="font-semibold">
          {part.children.map(toInline)}
        </strong>
      )
    case "emphasis":
      return <em key={key}>{part.children.map(toInline)}</em>
    case "link":
      return (
        <Link key={key} href={part.href}>
          {part.children.map(toInline)}
        </Link>
      )
  }
}
