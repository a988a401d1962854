import { worked } from "./worked.ts"

export const belovedColumn = worked(
  {
    id: "beloved-column",
    title: "The column that three teams loved",
    voice: "An engineer who owns a mistake without drama",
    level: "mid",
    tells: ["schema-change", "bad-data-downstream"],
    could: ["post-mortem", "pipeline-broke"],
    badHour: false,
    kinds: ["schema-change", "incident", "cross-team"],
  },
  `
S I looked after the orders table of a garden-furniture shop with warehouses in four countries.

T In May product asked me to split the column for delivery status into two, because one value couldn’t say “sent, but in two parcels”.
T I had two weeks, and I believed that only our own models read it.

A I searched our repository, found six uses, changed all six, and shipped it on a Wednesday.
A That was my mistake: I asked the code and not the people.
R By Thursday noon customer service had told 210 buyers that their parcel hadn’t left, because their tool read the old column straight from the table.
A I called the head of customer service within ten minutes of seeing it, told her what was wrong and that it came from my change, and gave her a list of those 210 orders so that her people could write to them the same day.
A Then I put the old column back as a view, filled from the two new ones, before I looked for anybody else.
A I went through the query log of the last 90 days and found two more readers, a carrier’s export and a spreadsheet in purchasing, and I rang both owners.
A I offered each of them eight weeks with both shapes, and wrote the date of the end into the view’s comment.

R All three moved in five weeks, and no parcel was misreported again.
R Customer service had 14 complaints from those 210 orders, and gave us back direct reading of the tables a month later, which I count as trust returned.

H Since then a table that others read has a contract with its owners named in it, and a merge that breaks one is refused until each of them has agreed.
H The check that lists readers from the query log runs in review, so nobody has to remember to ask.
`,
)
