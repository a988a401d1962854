import { api } from "@backfill/contract"
import { useEffect } from "react"
import { forgetSent } from "./console-store.ts"

/** Where a console may be opened again without a network; each has a shelf of its own. */
export type Scope = "/interviews/" | "/mocks/"

const shelves = "backfill-console"

/** Puts a console's page aside once fonts and all have come. Without it, it only misses being opened anew while offline. */
export function useSetAside(scope: Scope): void {
  useEffect(() => {
    const aside = setTimeout(() => void setAside(scope).catch(() => undefined), 2000)
    return () => clearTimeout(aside)
  }, [scope])
}

/**
 * Puts aside what it takes to open this page again without a network: the page, its scripts and fonts, and who is signed
 * in. `console-worker.js` serves it to addresses under `scope`. Does nothing where the browser has no service workers or
 * the connection isn't secure.
 */
async function setAside(scope: Scope): Promise<void> {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return
  await navigator.serviceWorker.register("/console-worker.js", { scope })
  // The browser stops listing resources after some hundreds; the console's own parts also stand in the page's head.
  const linked = [
    ...document.querySelectorAll<HTMLLinkElement>("link[rel=modulepreload], link[rel=stylesheet]"),
  ]
  const loaded = [
    ...performance.getEntriesByType("resource").map(({ name }) => name),
    ...linked.map((link) => link.href),
  ]
    .map((address) => new URL(address))
    .filter(({ origin, pathname }) => origin === location.origin && !pathname.startsWith("/api/"))
    .map(({ pathname }) => pathname)
  const wanted = new Set([...loaded, api.accounts.session.path])
  const cache = await caches.open(shelves + scope)
  const page = await fetch(location.pathname)
  if (page.ok) await cache.put("/", page)
  await Promise.all(
    [...wanted].map(async (path) => {
      // Files of a build never change under their name; who is signed in does.
      if (path !== api.accounts.session.path && (await cache.match(path))) return
      const answer = await fetch(path)
      if (answer.ok) await cache.put(path, answer)
    }),
  )
  const stale = (await cache.keys()).filter(
    ({ url }) => !wanted.has(new URL(url).pathname) && new URL(url).pathname !== "/",
  )
  await Promise.all(stale.map((request) => cache.delete(request)))
}

/**
 * Forgets what was put aside, for signing out: without a network nobody then opens a console here, and consoles that
 * the server has in full are gone from this device. Unsent lines stay for their writer. Never fails: leaving goes first.
 */
export async function forgetAside(): Promise<void> {
  const aside = "caches" in globalThis ? emptyShelves() : undefined
  await Promise.allSettled([aside, forgetSent()])
}

async function emptyShelves(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(shelves))
  await Promise.all(names.map((name) => caches.delete(name)))
}
