import { StoryDraft, StoryKind, StoryTheme, type StoryThemes } from "@backfill/contract"

/** The largest file that is read, in bytes: hundreds of stories. */
export const MAX_FILE = 1_000_000
const MOST = 50

/** What a file holds, or why nothing could be read from it, as a sentence for the person. */
export type ReadFile = { stories: StoryDraft[] } | { fault: string }

/** Written under a story's title; read back by their first words. */
const LINES = { tells: "Tells", could: "Could tell", kinds: "Kinds", badHour: "Breaks at a bad hour" }

/** Stories as Markdown: a heading each, a line for each mark, then the prose. `readStories` reads it back the same. */
export function writeMarkdown(stories: readonly StoryDraft[]): string {
  return stories
    .map(({ title, text, themes, kinds, badHour }) => {
      const marked = (how: string) =>
        Object.entries(themes).flatMap(([theme, is]) => (is === how ? [theme] : []))
      const marks = [
        [LINES.tells, marked("tells").join(", ")],
        [LINES.could, marked("could").join(", ")],
        [LINES.kinds, kinds.join(", ")],
        [LINES.badHour, badHour ? "yes" : ""],
      ].flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []))
      return [
        `# ${oneLine(title) || "Untitled"}`,
        ...(marks.length > 0 ? ["", ...marks] : []),
        "",
        escape(text.trim()),
        "",
      ].join("\n")
    })
    .join("\n")
}

/** Stories as JSON, each with all its marks. */
export const writeJson = (stories: readonly StoryDraft[]): string =>
  `${JSON.stringify(
    stories.map(({ title, text, themes, badHour, kinds }) => ({ title, text, themes, badHour, kinds })),
    null,
    2,
  )}\n`

/** Reads Markdown or plain text: one story for each heading, or one for the whole file where there is none. */
export function readStories(bytes: Uint8Array, fileName: string): ReadFile {
  if (bytes.length > MAX_FILE)
    return {
      fault: `${fileName} is over 1 MB. Stories are a few pages at most; save them as plain text and try again.`,
    }
  let all: string
  try {
    all = new TextDecoder("utf-8", { fatal: true }).decode(bytes).replaceAll(/\r\n?/g, "\n")
  } catch {
    return { fault: `${fileName} isn’t plain text. Save it as Markdown or text (UTF-8) and try again.` }
  }
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(all))
    return {
      fault: `${fileName} isn’t plain text, though it is called so. Save it as Markdown or text and try again.`,
    }
  const stories = piecesOf(all, fileName.replace(/\.[^.]*$/, "")).map(storyOf)
  if (stories.length === 0)
    return { fault: `${fileName} has no words in it. Choose the file with your stories.` }
  if (stories.length > MOST)
    return {
      fault: `${fileName} holds ${stories.length} headings with text; up to ${MOST} stories are taken at once. Split it.`,
    }
  const long = stories.find((story) => !StoryDraft.safeParse(story).success)
  if (long)
    return {
      fault: `“${long.title.slice(0, 60)}” in ${fileName} is far too long for a story. Split it with headings, or shorten it.`,
    }
  return { stories }
}

type Piece = { title: string; lines: string[] }
const HEADING = /^(#{1,6})\s+(.*?)\s*#*$/

/** The file cut at its headings: at the highest level of which there are several, else at the only one. */
function piecesOf(text: string, fallback: string): Piece[] {
  const lines = text.split("\n")
  const levels = lines.flatMap((line) => HEADING.exec(line)?.[1]?.length ?? [])
  const level =
    [1, 2, 3, 4, 5, 6].find((n) => levels.filter((each) => each === n).length > 1) ?? Math.min(...levels)
  const pieces: Piece[] = [{ title: "", lines: [] }]
  for (const line of lines) {
    const heading = HEADING.exec(line)
    if (heading?.[1] && heading[1].length <= level) pieces.push({ title: heading[2] ?? "", lines: [] })
    else pieces.at(-1)?.lines.push(line)
  }
  return pieces
    .filter((piece) => piece.lines.some((line) => line.trim() !== ""))
    .map((piece) => ({ ...piece, title: piece.title || fallback }))
}

function storyOf({ title, lines }: Piece): StoryDraft {
  const rest = lines.slice(lines.findIndex((line) => line.trim() !== ""))
  const themes: StoryThemes = {}
  const story: StoryDraft = {
    title: title.slice(0, 200).toWellFormed(),
    text: "",
    themes,
    badHour: false,
    kinds: [],
  }
  const words = (line: string) =>
    line
      .slice(line.indexOf(":") + 1)
      .split(",")
      .map((word) => word.trim())
  const mark = (how: "tells" | "could") => (line: string) => {
    for (const word of words(line)) if (StoryTheme.safeParse(word).success) themes[word as StoryTheme] = how
  }
  const readers: [string, (line: string) => unknown][] = [
    [LINES.tells, mark("tells")],
    [LINES.could, mark("could")],
    [
      LINES.kinds,
      (line) =>
        (story.kinds = [
          ...new Set(words(line).filter((word): word is StoryKind => StoryKind.safeParse(word).success)),
        ]),
    ],
    [LINES.badHour, (line) => (story.badHour = words(line)[0] === "yes")],
  ]
  for (;;) {
    const line = rest[0]
    const reader = readers.find(([name]) => line?.startsWith(`${name}:`))
    if (line === undefined || !reader) break
    reader[1](line)
    rest.shift()
  }
  return { ...story, text: unescape(rest.join("\n").trim()) }
}

const oneLine = (title: string) =>
  title
    .replaceAll(/\s+/g, " ")
    .replace(/\s*#*$/, "")
    .trim()
/** Lines of prose that would read as a heading or a mark get a backslash, and lose it again. */
const SPECIAL = /^(\\*)(?=#|(?:Tells|Could tell|Kinds|Breaks at a bad hour):)/gm
const escape = (text: string) => text.replaceAll(SPECIAL, "$1\\")
const unescape = (text: string) =>
  text.replaceAll(/^\\(\\*)(?=#|(?:Tells|Could tell|Kinds|Breaks at a bad hour):)/gm, "$1")
