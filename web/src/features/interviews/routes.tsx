import { createRoute } from "@tanstack/react-router"
import type { FeatureRoutes } from "../../app/index.ts"
import { ConsolePage } from "./console-page.tsx"
import { MyInterviewsPage } from "./my-interviews-page.tsx"

/** An interviewer's list, and the console for use during the talk. */
export const routes: FeatureRoutes = ({ shell, room }) => ({
  shell: [createRoute({ getParentRoute: () => shell, path: "/interviews", component: MyInterviewsPage })],
  room: [
    createRoute({ getParentRoute: () => room, path: "/interviews/$interviewId", component: ConsolePage }),
  ],
})
