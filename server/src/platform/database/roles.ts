import type { ClientBase } from "pg"
import { parts, roleOf } from "./parts.ts"
import { codeOf, DatabaseUnavailable, messageOf } from "./errors.ts"

/**
 * Creates the roles the parts work under, where missing, and lets the owner take them on. They can't log in by
 * themselves but where `ensureLogins` lets them. Roles belong to the whole server, so another database's migration may be at it in the same moment.
 * @throws DatabaseUnavailable `database_roles` with the SQL to run, when the owner may not create roles
 */
export async function ensureRoles(client: ClientBase): Promise<void> {
  for (const part of parts) {
    const role = roleOf(part)
    await attempt(client, `create role ${role} nologin`, `select 1 from pg_roles where rolname = '${role}'`)
    await attempt(client, `grant ${role} to current_user`, canTakeOn(role))
  }
}

// The catalogue is asked, not pg_has_role: a superuser may take on any role without being given it.
const canTakeOn = (role: string) =>
  `select 1 from pg_roles where rolname = current_user and rolsuper
   union all
   select 1 from pg_auth_members where roleid = '${role}'::regrole and member = current_user::regrole
     and coalesce((to_jsonb(pg_auth_members) ->> 'set_option')::boolean, true)`

async function attempt(client: ClientBase, change: string, done: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    if ((await client.query(done)).rows.length > 0) return
    try {
      await client.query("savepoint role")
      await client.query(change)
      await client.query("release savepoint role")
      return
    } catch (error) {
      await client.query("rollback to savepoint role")
      if (codeOf(error) === "42501") throw needsRoles(error)
      // Somebody else made it just now: duplicate object, unique key, or a row updated under us.
      const concurrent = ["42710", "23505", "XX000"].includes(codeOf(error) ?? "")
      if (!concurrent || tries >= 20) throw error
    }
  }
}

function needsRoles(cause: unknown): DatabaseUnavailable {
  const sql = parts
    .map((part) => `create role ${roleOf(part)} nologin; grant ${roleOf(part)} to <owner>;`)
    .join(" ")
  return new DatabaseUnavailable(
    "database_roles",
    `The database user may not create the roles that keep hiring and practice apart (${messageOf(cause)}). Nothing was changed. Let an administrator of that server run, with Backfill’s own user in place of <owner>: ${sql} Roles that exist already need only the grant.`,
    { cause },
  )
}
