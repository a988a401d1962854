import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
} from "ical-generator"

export interface Appointment {
  /** Stays the same through every change, so that a calendar moves the entry instead of adding one. */
  interviewId: string
  /** Grows with every change sent out. */
  sequence: number
  cancelled: boolean
  startsAt: Date
  minutes: number
  title: string
  description: string
  where: string
  url: string
  organiser: { name: string; email: string }
  attendees: { name: string; email: string }[]
  now: Date
}

/** Control characters have no place in a calendar line; line ends are kept in texts that may have them. */
const clean = (text: string): string => text.replace(/\r\n?/g, "\n").replace(/(?!\n)\p{Cc}/gu, " ")
const oneLine = (text: string): string => clean(text).replaceAll("\n", " ").trim()
/** Names stand in quotes as parameters, where a quote can't be written at all. */
const parameter = (text: string): string => oneLine(text).replaceAll('"', "'")

/**
 * One appointment as an iCalendar text: a request, or its cancellation. Times are written in UTC, which every calendar
 * shows in its reader's zone and no rule of summer time can bend. Whatever the texts hold, each stays one property.
 */
export function writeCalendar(appointment: Appointment): string {
  const { interviewId, startsAt, minutes, organiser, cancelled } = appointment
  const calendar = ical({
    prodId: { company: "Backfill", product: "Interviews", language: "EN" },
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  })
  calendar.createEvent({
    id: `${interviewId}@backfill`,
    sequence: appointment.sequence,
    stamp: appointment.now,
    start: startsAt,
    end: new Date(startsAt.getTime() + minutes * 60_000),
    summary: oneLine(appointment.title),
    description: clean(appointment.description),
    location: oneLine(appointment.where) || null,
    url: appointment.url,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: parameter(organiser.name), email: oneLine(organiser.email) },
    attendees: appointment.attendees.map(({ name, email }) => ({
      name: parameter(name),
      email: oneLine(email),
      rsvp: !cancelled,
      role: ICalAttendeeRole.REQ,
      status: ICalAttendeeStatus.NEEDSACTION,
    })),
  })
  return calendar.toString()
}
