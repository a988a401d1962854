/** What interviewers jot down, by how strong the answer is. */
export const NOTES: Record<"strong" | "middling" | "weak", string[]> = {
  strong: [
    "Draws the dependency first, then says which edge she’d cut and what that costs",
    "Read the plan before touching anything: 94 % of the time in one sort that spilled",
    "Told finance at 06:40, before they opened the report, with an ETA and what not to use",
    '"I\'d rather show the hour as open than as low"',
    "Backfilled fourteen hours from raw, compared counts by key before publishing",
    "Two weeks in parallel, every difference explained and signed off by the owner",
    "The check now fails the load; before it only warned, and nobody read the channel",
    "Numbers for both options: 3 k a month for seconds, 300 for a quarter of an hour",
    "Asks who reads it and when, before choosing anything",
    "Wrote the contract with the app team; a rename can’t ship without a version now",
    "Says what was left out on purpose and when it would have to come back",
    "Idempotent by partition: ran it three times in front of the team to prove it",
  ],
  middling: [
    "Knows the tool well; the reason for the choice came only after asking",
    "Found the cause in an afternoon, fixed the one table, not the pattern",
    "Counts rows before and after; keys not compared",
    "The team decided; own part became clear with the second probe",
    "Would add an alert. Who gets it at night stayed open",
    "Late data goes to a side table; when it is read again, not sure",
    "Cost known for the month, not by model",
    "Tests exist for uniqueness and nulls; thresholds are the defaults",
  ],
  weak: [
    "Restarts first, looks later",
    '"The platform team does that": no own step afterwards',
    "No number for before or after, also when asked",
    "Would scan everything every hour to be safe; cost not considered",
    "Didn’t know who had read the wrong figures",
    "Describes the tool’s features; no decision of their own",
  ],
}

export const WHY: Record<string, string[]> = {
  strong_yes: [
    "Would hand over a pipeline tomorrow and sleep well.",
    "Finds the cause with evidence, tells people early, and changes what let it happen.",
  ],
  yes: [
    "Solid ownership with numbers; streaming would need support at first.",
    "Diagnoses before acting and names what it costs; some depth missing in design.",
  ],
  no: [
    "Fixes what is in front, but the same failure could return; little evidence of telling those affected.",
    "Knows the tools; at this level I expected reasons and limits without asking.",
  ],
  definitely_no: ["Nothing shown of owning a pipeline that others relied on."],
  no_decision: ["We ran out of time before the second half of the questions."],
}

export const REASONS: Record<string, string[]> = {
  advance: [
    "Shown with a case that was measured before and after.",
    "Told those affected first, and the change afterwards holds.",
    "Chooses by what a miss would cost, with the figures of both options.",
  ],
  stop: [
    "Two raters independently found no own part in keeping a pipeline running.",
    "No example with a result that others relied on.",
  ],
  hold: [
    "The raters read the same answer differently; one more conversation would settle it.",
    "Strong on operations; design was not covered enough to say.",
  ],
  offer: [
    "Consistently above the level, by five raters in three rounds.",
    "The open question of the first debrief was answered in the deep dive.",
  ],
}
