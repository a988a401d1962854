import { createRoute, lazyRouteComponent, type RouteComponent } from "@tanstack/react-router"
import type { FeatureRoutes } from "../../app/index.ts"

/** Coming in, and who is in. */
export const routes: FeatureRoutes = ({ shell, bare }) => {
  const door = (path: string, component: RouteComponent) =>
    createRoute({ getParentRoute: () => bare, path, component })
  return {
    bare: [
      door(
        "/set-up",
        lazyRouteComponent(() => import("./set-up-page.tsx"), "SetUpPage"),
      ),
      door(
        "/sign-in",
        lazyRouteComponent(() => import("./sign-in-page.tsx"), "SignInPage"),
      ),
      door(
        "/register",
        lazyRouteComponent(() => import("./register-page.tsx"), "RegisterPage"),
      ),
      door(
        "/invitation",
        lazyRouteComponent(() => import("./invitation-page.tsx"), "InvitationPage"),
      ),
      door(
        "/reset",
        lazyRouteComponent(() => import("./reset-page.tsx"), "ResetPage"),
      ),
    ],
    shell: [
      createRoute({
        getParentRoute: () => shell,
        path: "/people",
        component: lazyRouteComponent(() => import("./people-page.tsx"), "PeoplePage"),
      }),
    ],
  }
}
