import { createRoute } from "@tanstack/react-router"
import type { FeatureRoutes } from "../../app/index.ts"
import { QueuePage } from "./queue-page.tsx"
import { ScreenPage } from "./screen-page.tsx"

/** Reading résumés without names. */
export const routes: FeatureRoutes = ({ shell }) => ({
  shell: [
    createRoute({ getParentRoute: () => shell, path: "/screens", component: QueuePage }),
    createRoute({ getParentRoute: () => shell, path: "/screens/$interviewId", component: ScreenPage }),
  ],
})
