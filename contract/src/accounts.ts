import { z } from "zod"
import { Email, Instant, Name, Ok, Password, TimeZone, Token, Uuid, Version, params } from "./basics.ts"
import { endpoint, ROLES } from "./endpoint.ts"

const RoleName = z.enum(ROLES)
export const Account = z.strictObject({
  id: Uuid,
  name: z.string(),
  email: z.string(),
  roles: z.array(RoleName),
  timeZone: z.string(),
  disabled: z.boolean(),
  version: Version,
  createdAt: Instant,
})
export type Account = z.infer<typeof Account>
export const Settings = z.strictObject({
  organisation: z.string(),
  hiring: z.boolean(),
  registration: z.enum(["open", "invitation", "off"]),
  retentionMonths: z.number().int().min(1).max(120),
  contact: z.string(),
  mail: z.boolean(),
  version: Version,
})
export type Settings = z.infer<typeof Settings>
/** Who is at this browser. `account` is null for a stranger. */
export const Session = z.strictObject({
  account: Account.nullable(),
  setUpNeeded: z.boolean(),
  organisation: z.string(),
  hiring: z.boolean(),
  registration: z.enum(["open", "invitation", "off"]),
})
export type Session = z.infer<typeof Session>
export const Invitation = z.strictObject({
  id: Uuid,
  email: z.string().nullable(),
  roles: z.array(RoleName),
  expiresAt: Instant,
  createdAt: Instant,
  invitedBy: z.string(),
})
export type Invitation = z.infer<typeof Invitation>
const NewPerson = { name: Name, email: Email, password: Password, timeZone: TimeZone }
const Link = z.strictObject({ link: z.url(), mailed: z.boolean(), expiresAt: Instant })

export const accounts = {
  session: endpoint({
    method: "GET",
    path: "/api/session",
    summary: "Who is signed in",
    callers: ["anyone"],
    response: Session,
  }),
  setUp: endpoint({
    method: "POST",
    path: "/api/set-up",
    summary: "Create the owner with the one-time token that the server printed",
    callers: ["anyone"],
    body: z.strictObject({
      token: Token,
      purpose: z.enum(["practise", "hire"]),
      organisation: Name.optional(),
      ...NewPerson,
    }),
    response: Session,
  }),
  signIn: endpoint({
    method: "POST",
    path: "/api/sessions",
    summary: "Sign in with e-mail and password",
    callers: ["anyone"],
    body: z.strictObject({ email: z.string().max(254), password: z.string().max(200) }),
    response: Session,
  }),
  signOut: endpoint({
    method: "DELETE",
    path: "/api/sessions/current",
    summary: "Sign out here",
    callers: ["account"],
    response: Ok,
  }),
  signOutEverywhere: endpoint({
    method: "DELETE",
    path: "/api/sessions",
    summary: "Sign out on every device",
    callers: ["account"],
    response: Ok,
  }),
  register: endpoint({
    method: "POST",
    path: "/api/registrations",
    summary: "Register to practise, where registration is open",
    callers: ["anyone"],
    body: z.strictObject(NewPerson),
    response: Session,
  }),
  updateOwn: endpoint({
    method: "PATCH",
    path: "/api/account",
    summary: "Change your own name, time zone or password",
    callers: ["account"],
    body: z.strictObject({
      name: Name.optional(),
      timeZone: TimeZone.optional(),
      password: z.strictObject({ current: z.string().max(200), next: Password }).optional(),
      version: Version,
    }),
    response: Account,
  }),
  list: endpoint({
    method: "GET",
    path: "/api/accounts",
    summary: "Everyone with an account",
    callers: ["owner", "recruiter", "hiring-manager"],
    response: z.strictObject({ items: z.array(Account) }),
  }),
  update: endpoint({
    method: "PATCH",
    path: "/api/accounts/:accountId",
    summary: "Change someone’s roles, or disable the account",
    callers: ["owner"],
    params: params("accountId"),
    body: z.strictObject({
      roles: z.array(RoleName).min(1).max(5).optional(),
      disabled: z.boolean().optional(),
      version: Version,
    }),
    response: Account,
  }),
  resetLink: endpoint({
    method: "POST",
    path: "/api/accounts/:accountId/reset-links",
    summary: "Make a link to choose a new password",
    callers: ["owner"],
    params: params("accountId"),
    response: Link,
  }),
  resetPassword: endpoint({
    method: "POST",
    path: "/api/password-resets",
    summary: "Choose a new password with a reset link",
    callers: ["anyone"],
    body: z.strictObject({ token: Token, password: Password }),
    response: Session,
  }),
  invite: endpoint({
    method: "POST",
    path: "/api/invitations",
    summary: "Invite someone by link",
    callers: ["owner"],
    body: z.strictObject({ email: Email.optional(), roles: z.array(RoleName).min(1).max(5) }),
    response: Link.extend({ invitation: Invitation }),
  }),
  invitations: endpoint({
    method: "GET",
    path: "/api/invitations",
    summary: "Invitations still open",
    callers: ["owner"],
    response: z.strictObject({ items: z.array(Invitation) }),
  }),
  revokeInvitation: endpoint({
    method: "DELETE",
    path: "/api/invitations/:invitationId",
    summary: "Revoke an invitation",
    callers: ["owner"],
    params: params("invitationId"),
    response: Ok,
  }),
  viewInvitation: endpoint({
    method: "POST",
    path: "/api/invitations/view",
    summary: "What an invitation is for; doesn’t use it up",
    callers: ["anyone"],
    body: z.strictObject({ token: Token }),
    response: z.strictObject({
      organisation: z.string(),
      roles: z.array(RoleName),
      email: z.string().nullable(),
      invitedBy: z.string(),
    }),
  }),
  acceptInvitation: endpoint({
    method: "POST",
    path: "/api/invitations/accept",
    summary: "Create an account from an invitation",
    callers: ["anyone"],
    body: z.strictObject({ token: Token, ...NewPerson }),
    response: Session,
  }),
  settings: endpoint({
    method: "GET",
    path: "/api/settings",
    summary: "Settings of this installation",
    callers: ["owner"],
    response: Settings,
  }),
  saveSettings: endpoint({
    method: "PUT",
    path: "/api/settings",
    summary: "Change the settings",
    callers: ["owner"],
    body: Settings.omit({ mail: true, organisation: true, contact: true }).extend({
      organisation: Name,
      contact: z.string().max(254),
    }),
    response: Settings,
  }),
}
