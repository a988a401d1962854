export type { Dismissed } from "./hints.ts"
export { StoryEditor, type StoryEditorProps } from "./story-editor.tsx"
