import { worked } from "./worked.ts"

export const threeFires = worked(
  {
    id: "three-fires",
    title: "Three fires on a Thursday",
    voice: "A lead of five, calm, who gives work away",
    level: "principal",
    tells: ["triage", "mentoring", "missed-sla"],
    could: ["tight-deadline", "pushback-leadership", "pipeline-broke"],
    badHour: true,
    kinds: ["incident", "stakeholder-conflict"],
  },
  `
S I led five data engineers at a parcel company, in the week before Christmas.

T At 05:20 on the Thursday three things were broken at once: the driver routes for one depot, the revenue dashboard, and a partner’s feed that we had promised by six.
T I had two people awake, one of them four months in the job.

A I asked one question of each fire: who is hurt in the next two hours?
A Without routes 160 drivers would stand in the yard at seven; the partner could wait if told; the dashboard had nobody looking at it before nine.
A I wrote that order down in the incident channel with a name at each line.
A I rang the partner myself at 05:35, said that we’d miss six o’clock, that I expected half past eight, and that they’d hear from me at half past seven either way.
A The sales director asked for the dashboard first, and I told him no, and why, with the 160 drivers.
A The routes I gave to the newer one, Ines, because she had built that step, and I sat beside her and asked questions instead of taking the keyboard.
A She found the cause in 18 minutes, a depot code with a trailing blank, and I had her say it aloud to the depot’s manager.
A Meanwhile our other engineer reran the feed.

R The drivers left at 07:04, four minutes late.
R The partner had the feed at 08:10; we had missed the agreed hour by 130 minutes and paid the 2,000 euro penalty, and they renewed in January and said that the call was why.
R Ines led the next two incidents alone.

H We keep the one question on a card for whoever is on call, with the phone numbers.
H A check refuses depot codes that aren’t in the register, and the team takes turns in leading a rehearsal each month.
`,
)
