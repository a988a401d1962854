import { PageHeader, ThemeToggle } from "../../ui/index.ts"
import { BareShell } from "../shell/bare-shell.tsx"
import { ControlsPart } from "./controls-part.tsx"
import { FilesPart } from "./files-part.tsx"
import { FloatingPart } from "./floating-part.tsx"
import { FactsPart } from "./facts-part.tsx"
import { ReadingPart } from "./reading-part.tsx"
import { ScalesPart } from "./scales-part.tsx"
import { StatesPart } from "./states-part.tsx"
import { TimePart } from "./time-part.tsx"

/** Every component of the design system in all its states, to look at. */
export function Gallery() {
  return (
    <BareShell wide>
      <PageHeader
        over="Design system"
        title="Paper and ink, one accent"
        under="Each component in its states, as the pages use it."
        actions={<ThemeToggle />}
      />
      <div className="grid gap-12 [--control:36px]">
        <ControlsPart />
        <ScalesPart />
        <TimePart />
        <FactsPart />
        <ReadingPart />
        <StatesPart />
        <FilesPart />
        <FloatingPart />
      </div>
    </BareShell>
  )
}
