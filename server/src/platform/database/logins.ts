import { createHmac } from "node:crypto"
import { Client, type ClientConfig } from "pg"
import { parts, roleOf, type Part } from "./parts.ts"
import { ensureRoles } from "./roles.ts"

/** How a part logs in to the bundled database as itself; its password follows from the owner's, and leads to no other. */
export const loginOf = (part: Part, owner: ClientConfig & { password: string }): ClientConfig => ({
  ...owner,
  user: roleOf(part),
  password: createHmac("sha256", owner.password).update(roleOf(part)).digest("base64url"),
})

/**
 * Lets each part's role log in to the bundled database, which has no installation but ours. A session that begins as its
 * role has no owner to go back to: SET ROLE gives it nothing, whatever is injected. Harmless when it is done already.
 */
export async function ensureLogins(owner: ClientConfig & { password: string }): Promise<void> {
  const client = new Client(owner)
  await client.connect()
  try {
    await client.query("begin")
    // Two processes on one database: the second waits, and finds it done.
    await client.query("select pg_advisory_xact_lock(22253456)")
    await ensureRoles(client)
    const { rows } = await client.query<{ rolname: string }>(
      "select rolname from pg_roles where not rolcanlogin and rolname = any($1)",
      [parts.map(roleOf)],
    )
    for (const part of parts.filter((one) => rows.some(({ rolname }) => rolname === roleOf(one)))) {
      const { password } = loginOf(part, owner)
      await client.query(
        `alter role ${roleOf(part)} login password ${client.escapeLiteral(String(password))}`,
      )
    }
    await client.query("commit")
  } finally {
    await client.end()
  }
}
