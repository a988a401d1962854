import { worked } from "./worked.ts"

export const nightTariff = worked(
  {
    id: "night-tariff",
    title: "Trams that ran before they left",
    voice: "A data engineer with four years behind her, plain and in order",
    level: "mid",
    tells: ["pipeline-broke", "late-data"],
    could: ["missed-sla", "post-mortem", "triage"],
    badHour: true,
    kinds: ["incident"],
  },
  `
S At the transport authority I worked for, 900 trams send their position every ten seconds, and an hourly job turns those into the punctuality figures that the city pays its operator by.

T On a Saturday in March I was on call, and at 02:40 the pager went: the one o’clock hour had lost a third of its trips.
T The operator’s statement had to leave at eight, and each point of punctuality was worth about 30,000 euros.

A I wrote to the duty manager first, in two lines: figures for one hour are wrong, nothing is lost yet, next word at half past three.
A Then I read the raw messages before I touched the job.
A All there, but a radio mast had been down and 48 trams had sent their hour in one burst, forty minutes late.
A Our job closed each hour by the time of arrival, so the data was fine and our idea of an hour wasn’t.
A I had two ways out, and I wrote both down with what they would cost.
A Rerunning the whole night by event time would take three hours; rerunning the two broken hours would take 25 minutes, and I could check them by hand.
A I chose the small one, compared each tram’s trips with the depot’s log, and only then released the hour.
A At 03:30 I told the duty manager that the statement was safe and which lines she might be asked about.

R The statement left at eight as agreed, and the operator disputed none of its 11,200 trips, where we usually had about 40 complaints a month.
R The duty manager has asked for those two-line messages in every incident since.

H The next week I changed the job to wait by event time, up to an hour, and added an alert on how late messages come.
H We rehearse a dead mast twice a year from a one-page runbook, and the newest of us runs it.
`,
)
