import type { PublicForm } from "@backfill/contract"
import { type Draft, emptyDraft } from "./draft.ts"

/** A small form with every type of question. */
export const form: PublicForm = {
  introduction: "Hello.",
  coverLetter: "optional",
  fields: [
    { id: "permit", label: "May you work here?", type: "yes-no", required: true },
    { id: "years", label: "Years?", type: "number", required: true },
    {
      id: "areas",
      label: "Which areas?",
      type: "multiple-choice",
      required: false,
      options: [
        { id: "q", label: "Quality" },
        { id: "s", label: "Streaming" },
      ],
    },
    {
      id: "led",
      label: "Did you lead?",
      type: "single-choice",
      required: false,
      options: [
        { id: "yes-led", label: "Yes, I led" },
        { id: "no-led", label: "Not yet" },
      ],
    },
    { id: "story", label: "A pipeline you ran?", type: "long-text", required: true },
    { id: "link", label: "A link?", type: "short-text", required: false },
  ],
  stages: [],
  guide: "",
  retentionMonths: 6,
}

/** A draft that can be sent. */
export const filled: Draft = {
  ...emptyDraft("key", "Europe/Brussels"),
  name: " Ilse Mertens ",
  email: "ilse@example.org",
  resume: { uploadId: null, fileName: "", bytes: 0, text: "Ran pipelines.\n", extracted: "", warning: null },
  answers: {
    permit: "yes",
    years: "2,5",
    areas: ["q", "s"],
    led: "no-led",
    story: "It broke.\nI mended it.",
  },
}
