import { type Rule, words } from "./rule.ts"

/** What an indicator, anchor or expectation may not judge by. Patterns are English. */
export const CRITERIA: readonly Rule[] = [
  {
    id: "protected",
    since: "2026-11-21",
    about:
      "Judging by age, origin, health, family and the like, or by what stands in for them (“digital native”, “native speaker”, “young and hungry”).",
    why: "What may not be asked may not be scored either.",
    patterns: [
      words(
        "native (?:english |german |french )?speakers?|mother tongue|(?:foreign|strong|thick|heavy|slight|regional) accent|without (?:an )?accent|accent free",
      ),
      words(
        "digital natives?|(?:young|youthful)(?: and (?:hungry|dynamic|energetic|fresh))? (?:person|people|team|engineer|candidate|man|woman|professional|energy|talent)|(?:young|youthful),? (?:and )?(?:energetic|dynamic|hungry|ambitious)|is (?:too )?(?:young|old) (?:for|enough)|too old|over the hill|recent graduates? only|close to retirement|millennials?|gen z",
      ),
      words(
        "(?:has|have|having|wants|without|no) (?:small |young |any )?(?:kids|children of|family (?:commitments|obligations|duties))|is (?:married|pregnant|single and)|family (?:man|woman|person)|childless|may get pregnant|maternity",
      ),
      words(
        "(?:looks|appears|seems) (?:healthy|fit|athletic|disabled|pregnant|attractive|foreign|religious)|physically fit|able bodied|free of (?:illness|disabilit\\w+)",
      ),
      words(
        "(?:christian|muslim|jewish|western|european|american|german|british) (?:values|background|upbringing|name)|good (?:old )?(?:family|neighbou?rhood)|ivy league|elite (?:school|university)|top (?:school|university)",
      ),
      words("well groomed|good looking|attractive|masculine|feminine|manly|ladylike|bubbly"),
    ],
  },
  {
    id: "culture-fit",
    since: "2026-11-21",
    about: "Culture fit, likeability, charm, energy, “one of us”.",
    why: "It scores likeness to the interviewer. Say which behaviour the team needs, and ask for it.",
    patterns: [
      words(
        "cultur(?:e|al) (?:fit|add|match)|fits? (?:in )?(?:with |into )?(?:the |our )?(?:culture|team spirit|vibe|gang)|(?:good|great|right|not a) fit(?! (?:between|of the|for the (?:model|data|problem|workload|query)))|team (?:fit|player)|one of us|our kind of|vibes?(?: well)?|gut feeling|beer test|chemistry",
      ),
      words(
        "(?:is |seems |comes across as |appears )?(?:likeable|likable|charismatic|charming|bubbly|outgoing|extrovert(?:ed)?|introvert(?:ed)?|energetic|passionate|enthusiastic|sympathetic person|pleasant person|nice person|fun to work with|good sense of humou?r|rock ?star|ninja|guru|superstar|10x|go getter|self starter|can do attitude|positive attitude|right attitude|well spoken|polished|smart looking|firm handshake|eye contact|good handshake|winning smile|smiles a lot)",
      ),
    ],
  },
]

/** An indicator that names a quality of the person instead of something said or done. */
export const TRAITS: Rule = {
  id: "trait",
  since: "2026-11-21",
  about:
    "An indicator that is an adjective or a trait (“Confident”, “Good communicator”, “Strong technical skills”) or is shorter than three words.",
  why: "Two listeners can’t tick the same box for a quality; they can for a thing that was said.",
  patterns: [
    /^(?:(?:is|are|was|seems?|appears?|comes across as|shows|has|demonstrates|displays|a|an|very|not|no|lacks?|little|low|high|strong|weak|good|great|excellent|poor|clear|real|solid|deep|genuine|overly|too|quite|generally|being)\s+)*(?:(?:technical|professional|analytical|communication|problem[- ]solving|interpersonal|people|leadership|organi[sz]ational|soft|critical|strategic)[\s-]+)?(?:confident|confidence|passion(?:ate)?|smart|intelligent|intelligence|bright|sharp|arrogant|arrogance|humble|humility|curious|motivated|motivation|proactive|reliable|honest|friendly|articulate|structured|organi[sz]ed|disorgani[sz]ed|pragmatic|creative|creativity|nervous|shy|quiet|vague|clear|knowledgeable|experienced|inexperienced|professional|unprofessional|enthusiasm|enthusiastic|energy|energetic|leader(?:ship)?|communicator|communication|listener|thinker|learner|engineer|skills?|knowledge|attitude|mindset|thinking|ownership|judg(?:e)?ment|empathy|empathetic|team player|understanding|competence|competent|incompetent|mature|maturity|immature|calm|stressed|defensive|open[- ]minded|closed[- ]minded|dedicated|committed|hard[- ]working|lazy|flexible|inflexible|negative|positive|careful|careless|detail[- ]oriented|results[- ]oriented)(?:\s+(?:and|or|,|person|answer|skills?|candidate|attitude|personality|manner|overall|engineer)\b.*)?\.?$/i,
  ],
}
