import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import type { FeatureRoutes } from "../../app/index.ts"

export const routes: FeatureRoutes = ({ shell }) => ({
  shell: [
    createRoute({
      getParentRoute: () => shell,
      path: "/stories",
      component: lazyRouteComponent(() => import("./stories-page.tsx"), "StoriesPage"),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: "/stories/matrix",
      component: lazyRouteComponent(() => import("./matrix-page.tsx"), "MatrixPage"),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: "/stories/import",
      component: lazyRouteComponent(() => import("./import-page.tsx"), "ImportPage"),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: "/stories/print",
      component: lazyRouteComponent(() => import("./print-page.tsx"), "PrintPage"),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: "/stories/learn",
      component: lazyRouteComponent(() => import("./learn-page.tsx"), "LearnPage"),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: "/stories/learn/$workedId",
      component: lazyRouteComponent(() => import("./worked-page.tsx"), "WorkedPage"),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: "/stories/$storyId",
      component: lazyRouteComponent(() => import("./story-page.tsx"), "StoryPage"),
    }),
  ],
})
