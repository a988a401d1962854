import type { StoryReading } from "../stories/editor/reader.ts"

/** A reading without the words that soften or fill: a transcription service drops them, so a count would flatter. */
export const withoutFillers = (reading: StoryReading): StoryReading => ({
  ...reading,
  details: { ...reading.details, hedges: [], fillers: [] },
})
