/** Five anchors in order, and what can be done wrong to them. Every sentence is written for its place. */
export interface Ladder {
  good: readonly [string, string, string, string, string]
  /** An anchor replaced by one that says what a neighbour says, in other words. */
  equal: readonly [score: number, text: string]
  /** A 5 that asks for less than the 3. */
  weakTop: string
  /** An anchor copied from a neighbour with a word changed. */
  copied: readonly [score: number, text: string]
  /** This score and the next one are exchanged. */
  swapped: number
  /** Five texts that stand at one height. */
  flat: readonly string[]
}

/** The rules that compare anchors were made while looking at these. */
export const TUNED: readonly Ladder[] = [
  {
    good: [
      "Runs the job again and hopes. That rows may be there twice is never mentioned.",
      "Sees the risk of duplicates only when the interviewer hints at it, and would delete them by hand.",
      "Makes the load repeatable with a key or by replacing a partition, and compares counts afterwards.",
      "Also looks at who read the table in between, and tells those readers what changed.",
      "Turns the repair into a rule for all loads of the team, with a test that proves a second run changes nothing.",
    ],
    equal: [
      4,
      "Replaces a partition or uses a key so that the load can be repeated, and afterwards compares the counts.",
    ],
    weakTop: "Would probably run the job again and check a few rows if somebody asked.",
    copied: [
      4,
      "Makes the load repeatable with a key or by replacing a partition, and compares totals afterwards.",
    ],
    swapped: 3,
    flat: [
      "Explains how the load can be repeated without doubling rows.",
      "Describes a way of repeating the load so that rows aren’t doubled.",
      "Talks through repeating the load and how doubled rows are avoided.",
      "Shows how a repeated load keeps rows from doubling.",
      "Outlines how the load is repeated while rows aren’t doubled.",
    ],
  },
  {
    good: [
      "Cannot say what the number was for.",
      "Says what the number was for, but not who used it or what they did with it.",
      "Names one person who used the number and the decision it served.",
      "Names the person, the decision and what it cost to be wrong.",
      "Gives all of that unprompted, and the moment they decided the number wasn’t worth its upkeep.",
    ],
    equal: [3, "Says what purpose the number had, though not its users or what they did with it."],
    weakTop: "Says roughly what the number was about.",
    copied: [4, "Names one person who used the number and the choice it served."],
    swapped: 2,
    flat: [
      "Mentions a report they built for finance.",
      "Mentions a dashboard they made for sales.",
      "Mentions a table they kept for support.",
      "Mentions an export they wrote for marketing.",
      "Mentions a feed they ran for purchasing.",
    ],
  },
  {
    good: [
      "Blames the other team, or has no example of a disagreement.",
      "Tells of a disagreement that ended because somebody senior decided; their own part stays vague.",
      "Describes both positions fairly and the evidence that was looked at before the decision.",
      "Sought that evidence out, knowing it might speak against them, and says what it changed in their view.",
      "Afterwards set up a way for the two teams to settle such questions without escalation, and it has been used since.",
    ],
    equal: [2, "Puts the fault on the other team, or can’t recall any disagreement."],
    weakTop: "Recalls that there was some tension and that it somehow passed.",
    copied: [4, "Describes both positions honestly and the evidence that was looked at before the decision."],
    swapped: 4,
    flat: [
      "Tells of a disagreement about naming columns and how it ended.",
      "Tells of a quarrel over a deadline and how it was closed.",
      "Tells of an argument about tools and what came of it.",
      "Tells of a dispute over ownership and where it led.",
      "Tells of a debate on testing and how it finished.",
    ],
  },
  {
    good: [
      "Suggests a faster machine before anything has been measured.",
      "Looks at the query plan when told to, and finds the scan but can’t explain it.",
      "Reads the plan, points to the step that takes the time and proposes a filter or a join order that shortens it.",
      "Estimates the gain in figures first and checks it after the change.",
      "Weighs the gain against what the change makes harder, such as writes or upkeep, and says when they would not do it.",
    ],
    equal: [
      4,
      "Goes through the plan, shows which step takes the time, and proposes a join order or a filter to shorten it.",
    ],
    weakTop: "Knows that plans exist and has looked at one with help.",
    copied: [
      4,
      "Reads the plan, points to the operator that takes the time and proposes a filter or a join order that shortens it.",
    ],
    swapped: 2,
    flat: [
      "Speaks about indexes.",
      "Speaks about partitions.",
      "Speaks about caches.",
      "Speaks about statistics.",
      "Speaks about clustering.",
    ],
  },
  {
    good: [
      "Personal columns are copied along like any others; asked about it, the candidate refers to the legal department.",
      "Some columns are masked, but it isn’t clear who may see them in full or for how long they are kept.",
      "Access follows from purpose: the candidate lists which roles need which columns, and a date on which the data goes.",
      "Deletion reaches copies too, such as extracts, backups and sandboxes, and the candidate describes how that is checked.",
      "The rules are written as code that refuses a new table without an owner, a purpose and an expiry.",
    ],
    equal: [
      3,
      "A few columns are hidden, yet who may see them unmasked, and how long they stay, isn’t clear.",
    ],
    weakTop: "The candidate agrees that privacy matters and would ask someone.",
    copied: [
      2,
      "Personal columns are copied along like any others; asked about it, the candidate refers to the privacy department.",
    ],
    swapped: 3,
    flat: [
      "Agrees that personal data should be treated with care.",
      "Accepts that private data deserves careful treatment.",
      "Recognises that personal data must be handled carefully.",
      "Understands that careful handling of personal data is needed.",
      "Acknowledges that personal data calls for careful treatment.",
    ],
  },
  {
    good: [
      "Gives a talk about the tool. What the audience should do next isn’t said.",
      "Has a message, but it comes at the end and needs two follow-up questions to be understood.",
      "Opens with the message and supports it with one figure that the audience can check.",
      "Anticipates the objection most likely to come, and answers it with data of their own.",
      "Adapts on the spot: drops a part when the audience already knows it, and still lands the message in time.",
    ],
    equal: [4, "Starts with the message and backs it with a figure the audience is able to check."],
    weakTop: "Gets through the slides, sometimes with a message.",
    copied: [2, "Gives a talk about the product. What the audience should do next isn’t said."],
    swapped: 1,
    flat: [
      "The talk is clear and of the right length.",
      "The talk has the right length and is easy to follow.",
      "The talk is easy to follow and keeps to its length.",
      "The talk keeps to time and can be followed.",
      "The talk is understandable and ends on time.",
    ],
  },
  {
    good: [
      "Never asked why; took the ticket and built it.",
      "Asked why, and accepted the first answer, which turned out to be a solution rather than a need.",
      "Asked until the need was clear and proposed a smaller thing that met it.",
      "The smaller thing was in use within days, and the candidate can say what was learned from it.",
      "What was learned led them to stop or redirect the larger plan, against some resistance.",
    ],
    equal: [4, "Kept asking until the need was clear, and a smaller thing that met it was proposed."],
    weakTop: "Took the ticket and asked one question before building it.",
    copied: [
      3,
      "Asked why, and accepted the first reply, which turned out to be a solution rather than a need.",
    ],
    swapped: 1,
    flat: [
      "Asked a colleague about the ticket before starting.",
      "Asked a manager about the ticket before starting.",
      "Asked a customer about the ticket before starting.",
      "Asked an analyst about the ticket before starting.",
      "Asked a designer about the ticket before starting.",
    ],
  },
  {
    good: [
      "Picks a streaming tool by name; freshness, volume and failure don’t come up.",
      "Gives a latency but guesses it, and has no plan for events that arrive twice.",
      "Derives the latency from the decision it serves, sizes the stream, and handles repeated events.",
      "Compares the stream with an hourly batch in cost and in people on call.",
      "Shows with numbers when the batch would win, and designs so that switching costs one component and not a rewrite.",
    ],
    equal: [
      2,
      "Chooses a streaming product by its name, and neither failure nor volume nor freshness comes up.",
    ],
    weakTop: "Handles events in a stream, with a latency that sounds plausible.",
    copied: [5, "Compares the stream with a nightly batch in cost and in people on call."],
    swapped: 4,
    flat: [
      "Draws a source, a stream and a store.",
      "Draws a producer, a log and a table.",
      "Draws a sender, a queue and a base.",
      "Draws an app, a broker and a lake.",
      "Draws a device, a topic and a cube.",
    ],
  },
]
