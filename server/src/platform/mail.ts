import nodemailer from "nodemailer"

export interface Letter {
  to: string
  subject: string
  text: string
  calendar?: { method: "REQUEST" | "CANCEL"; content: string }
}

/** Sends mail where a mail server is set. Without one nothing is sent and links are shown for copying. */
export interface Mail {
  readonly available: boolean
  send(letter: Letter): Promise<void>
}

export function openMail(smtpUrl: string, from: string): Mail {
  if (smtpUrl === "") return { available: false, send: async () => {} }
  const transport = nodemailer.createTransport(smtpUrl)
  return {
    available: true,
    async send({ calendar, ...letter }) {
      await transport.sendMail({
        from,
        ...letter,
        ...(calendar ? { icalEvent: { method: calendar.method, content: calendar.content } } : {}),
      })
    },
  }
}
