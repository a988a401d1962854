import { api, type Client, createClient } from "@backfill/contract"
import { problemOf } from "../../app/api.ts"

/** The API's client for one file under way: `onProgress` hears the share that has left this device, from 0 to 1. */
export function fileSender(onProgress: (share: number) => void): Client {
  return createClient(api, async (url, init) => {
    const response = await sendWatched(url, init as RequestInit, onProgress)
    if (!response.ok) throw await problemOf(response)
    return response
  })
}

/** `fetch` for uploads with progress, which fetch itself doesn't tell. Refuses with a TypeError when the network fails. */
function sendWatched(url: string, init: RequestInit, onProgress: (share: number) => void): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(init.method ?? "POST", url)
    for (const [name, value] of new Headers(init.headers)) request.setRequestHeader(name, value)
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onload = () => {
      const type = request.getResponseHeader("content-type") ?? "application/json"
      resolve(
        new Response(request.responseText, { status: request.status, headers: { "content-type": type } }),
      )
    }
    request.onerror = () => reject(new TypeError("The network request failed"))
    request.onabort = () => reject(new DOMException("Stopped", "AbortError"))
    init.signal?.addEventListener("abort", () => request.abort())
    request.send(init.body as XMLHttpRequestBodyInit)
  })
}
