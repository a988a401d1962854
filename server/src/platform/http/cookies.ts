import type { FastifyReply, FastifyRequest } from "fastify"

type Name = "session" | "candidate"

/** Readable by the server only, sent only from our own pages; bound to this host and to TLS where there is TLS. */
const fullName = (name: Name, secure: boolean) => `${secure ? "__Host-" : ""}backfill-${name}`

export function readCookie(request: FastifyRequest, name: Name): string | undefined {
  const wanted = fullName(name, request.protocol === "https")
  for (const part of (request.headers.cookie ?? "").split(";")) {
    const [key, value] = part.trim().split("=")
    if (key === wanted && value !== undefined && value !== "") return value
  }
  return undefined
}

export function setCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  name: Name,
  value: string,
  maxAgeSeconds: number,
): void {
  const secure = request.protocol === "https"
  const cookie = `${fullName(name, secure)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}${secure ? "; Secure" : ""}`
  const earlier = reply.getHeader("set-cookie")
  reply.header("set-cookie", earlier === undefined ? cookie : [earlier, cookie].flat().map(String))
}
