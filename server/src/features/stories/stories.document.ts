import type { StoryDraft } from "@backfill/contract"
import { type Block, type Document, themeName } from "@backfill/core"

/** A person's stories as a document to print: each begins a page, with what it serves under its title. */
export function storiesDocument(stories: readonly StoryDraft[], today: string): Document {
  return {
    title: "Stories",
    subtitle: today,
    imprint: [],
    language: "en",
    blocks: stories.flatMap(({ title, text, themes }, at): Block[] => {
      const named = (how: "tells" | "could") =>
        Object.entries(themes).flatMap(([theme, is]) => (is === how ? [themeName(theme)] : []))
      const facts = [
        ...(named("tells").length > 0 ? [`Tells: ${named("tells").join(", ")}`] : []),
        ...(named("could").length > 0 ? [`Could tell: ${named("could").join(", ")}`] : []),
      ]
      return [
        { kind: "heading", depth: 1, text: title.trim() || "Untitled story", newPage: at > 0 },
        ...(facts.length > 0 ? [{ kind: "facts" as const, items: facts }] : []),
        ...paragraphs(text).map(
          (words): Block => ({ kind: "paragraph", inline: [{ kind: "text", text: words }] }),
        ),
      ]
    }),
  }
}

const paragraphs = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((words) => words.trim())
    .filter((words) => words !== "")
