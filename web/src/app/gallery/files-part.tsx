import { FileDrop, Section } from "../../ui/index.ts"

const ignore = () => undefined

export function FilesPart() {
  return (
    <Section title="Files">
      <div className="grid gap-x-12 gap-y-6 md:grid-cols-2">
        <FileDrop
          label="Your résumé"
          help="PDF or Word, up to 10 MB."
          accept=".pdf,.docx"
          files={[]}
          onFiles={ignore}
          onRemove={ignore}
        />
        <FileDrop
          label="Slides and notes"
          multiple
          maxBytes={50_000_000}
          onFiles={ignore}
          onRemove={ignore}
          onRetry={ignore}
          files={[
            { id: "1", name: "how-we-moved-the-warehouse.pdf", size: 4_210_000, state: "stored" },
            { id: "2", name: "walk-through.mp4", size: 38_400_000, state: "sending", progress: 0.62 },
            { id: "3", name: "notes.docx", size: 48_000, state: "failed" },
          ]}
        />
      </div>
    </Section>
  )
}
