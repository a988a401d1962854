import { createRoute } from "@tanstack/react-router"
import type { ReactNode } from "react"
import type { FeatureRoutes } from "../../app/index.ts"
import { InvitationPage } from "./invitation-page.tsx"
import { PeoplePage } from "./people-page.tsx"
import { RegisterPage } from "./register-page.tsx"
import { ResetPage } from "./reset-page.tsx"
import { SetUpPage } from "./set-up-page.tsx"
import { SignInPage } from "./sign-in-page.tsx"

/** Coming in, and who is in. */
export const routes: FeatureRoutes = ({ shell, bare }) => {
  const door = (path: string, component: () => ReactNode) =>
    createRoute({ getParentRoute: () => bare, path, component })
  return {
    bare: [
      door("/set-up", SetUpPage),
      door("/sign-in", SignInPage),
      door("/register", RegisterPage),
      door("/invitation", InvitationPage),
      door("/reset", ResetPage),
    ],
    shell: [createRoute({ getParentRoute: () => shell, path: "/people", component: PeoplePage })],
  }
}
