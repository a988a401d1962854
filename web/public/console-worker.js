/*
 * Opens a console again when the network is gone, that of an interview or of a mock: its page, its scripts and who is
 * signed in come from what the console itself put aside when it was last opened. It answers for addresses under
 * /interviews/ or /mocks/ only, as it was registered, asks the network first for anything that can change, and keeps
 * nothing by itself.
 */
const shelf = `backfill-console${new URL(registration.scope).pathname}`

addEventListener("install", () => skipWaiting())
addEventListener("activate", (event) => event.waitUntil(clients.claim()))

const kept = async (key) => (await caches.open(shelf)).match(key, { ignoreVary: true })

/** The network's answer, or what is kept where there is none or the server is down. */
async function networkFirst(request, key) {
  try {
    const answer = await fetch(request)
    if (answer.status < 500) return answer
    return (await kept(key)) ?? answer
  } catch (error) {
    const answer = await kept(key)
    if (answer) return answer
    throw error
  }
}

addEventListener("fetch", (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== "GET" || origin !== location.origin) return
  if (request.mode === "navigate") event.respondWith(networkFirst(request, "/"))
  else if (pathname === "/api/session") event.respondWith(networkFirst(request, pathname))
  else if (!pathname.startsWith("/api/"))
    event.respondWith(kept(pathname).then((answer) => answer ?? fetch(request)))
})
