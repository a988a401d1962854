import {
  type AnyRoute,
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  Outlet,
} from "@tanstack/react-router"
import type { QueryClient } from "@tanstack/react-query"
import { useMemo } from "react"
import { Loading } from "../ui/index.ts"
import { type Account, AccountProvider } from "./account.tsx"
import { features, type Frames } from "./features.ts"
import { KeysDialog } from "./keys/keys-dialog.tsx"
import { AddressNotFound, NotFound } from "./not-found.tsx"
import { usePalette } from "./palette/palette-entries.tsx"
import { Palette } from "./palette/palette.tsx"
import { ProblemState } from "./problem-state.tsx"
import { PageChange, SkipLink } from "./shell/page-change.tsx"
import { firstPlace } from "./shell/sections.ts"
import { ShellFrame } from "./shell/shell-frame.tsx"
import { SignedIn } from "./shell/signed-in.tsx"

/** What loaders receive. */
export type RouterContext = { queryClient: QueryClient }

/** Puts what every feature can look up into the palette. */
function FeatureSearch({ account }: { account: Account }) {
  const searches = useMemo(() => features.flatMap((feature) => feature.search?.(account) ?? []), [account])
  usePalette(none, async (query, signal) => {
    const settled = await Promise.allSettled(searches.map((search) => search(query, signal)))
    return settled.flatMap((result) => (result.status === "fulfilled" ? result.value : []))
  })
  return null
}

const none: [] = []

const root = createRootRouteWithContext<RouterContext>()({
  notFoundComponent: AddressNotFound,
  component: () => (
    <>
      <SkipLink />
      <PageChange />
      <Outlet />
      <Palette />
      <KeysDialog />
    </>
  ),
})

const shell = createRoute({
  getParentRoute: () => root,
  id: "shell",
  component: () => (
    <SignedIn>
      {(account) => (
        <ShellFrame account={account}>
          <FeatureSearch account={account} />
          <Outlet />
        </ShellFrame>
      )}
    </SignedIn>
  ),
})

const room = createRoute({
  getParentRoute: () => root,
  id: "room",
  component: () => (
    <SignedIn>
      {(account) => (
        <AccountProvider account={account}>
          <Outlet />
        </AccountProvider>
      )}
    </SignedIn>
  ),
})

const bare = createRoute({ getParentRoute: () => root, id: "bare" })

const index = createRoute({
  getParentRoute: () => root,
  path: "/",
  component: () => <SignedIn>{(account) => <Navigate to={firstPlace(account)} replace />}</SignedIn>,
})

/** Pages that show the design system; in development and in the build for pictures only. */
function galleryRoutes(): AnyRoute[] {
  if (!import.meta.env.DEV && import.meta.env.MODE !== "gallery") return []
  const page = (
    path: string,
    name: "Gallery" | "ShellSample" | "RoomSample" | "CandidateSample" | "StorySample",
  ) =>
    createRoute({
      getParentRoute: () => root,
      path,
      component: lazyRouteComponent(() => import("./gallery/index.ts"), name),
    })
  return [
    page("/gallery", "Gallery"),
    page("/gallery/shell", "ShellSample"),
    page("/gallery/room", "RoomSample"),
    page("/gallery/candidate", "CandidateSample"),
    page("/gallery/story", "StorySample"),
  ]
}

/** The whole tree: the frames with every feature's routes under them. */
export function createAppRouter(queryClient: QueryClient) {
  const frames: Frames = { shell, bare, room }
  const routes = features.map((feature) => feature.routes(frames))
  const under = (frame: keyof Frames) => routes.flatMap((byFrame) => byFrame[frame] ?? [])
  const routeTree = root.addChildren([
    index,
    shell.addChildren(under("shell")),
    room.addChildren(under("room")),
    bare.addChildren(under("bare")),
    ...galleryRoutes(),
  ])
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: "intent",
    scrollRestoration: true,
    defaultPendingMs: 150,
    defaultPendingComponent: () => <Loading label="Loading the page" />,
    defaultErrorComponent: ({ error, reset }) => <ProblemState page error={error} retry={reset} />,
    defaultNotFoundComponent: NotFound,
  })
}
