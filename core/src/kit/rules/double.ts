/** Words that open a request, as an interviewer speaks it. */
const REQUEST =
  "(?:tell (?:me|us)|describe|explain|walk (?:me|us)|take (?:me|us)|talk (?:me|us)|talk about|give (?:me|us|an|one|two)|show (?:me|us)|name|list|compare|discuss|outline|share|summari[sz]e|sketch|say (?:how|what|why|which|when))"
const REQUEST_START = new RegExp(
  `^(?:(?:now|then|next|also|finally|please|could you|can you|would you|and|so|first),? (?:please )?)*${REQUEST}\\b`,
  "i",
)
const SECOND_REQUEST = new RegExp(
  `(?:,|;| and| as well as| plus)(?: and)?(?: then| also| next| finally| please)* ${REQUEST}(?= (?:me|us|how|what|why|which|when|where|who|whether|the|your|a|an|one|two|it|its|them|their|this|that|these|through|about|any)\\b)`,
  "i",
)
const WH = "(?:what|how|why|when|where|who|whom|whose|which)"
const INVERTED = "(?:do|does|did|is|are|was|were|would|will|can|could|should|have|has|had|must|might)"
const PRONOUN =
  "(?:you|it|that|this|they|we|he|she|there|your|the|those|these|someone|somebody|anyone|anybody|i|one|any|each|people|others|everyone|everybody|nobody)"

/** A second question joined on: "…, and how do you", "and why did", "and what happened", "as well as how you". */
const JOINED: readonly RegExp[] = [
  new RegExp(
    `(?:\\band|\\bas well as|\\bplus|\\bor|\\bbut|[,;–—-]) (?:also |then |if so,? |if not,? |in (?:that|which) case,? |afterwards,? |next,? |finally,? )*(?:(?:to |from |with |for |by |in |at |on |of |about |against )?${WH}(?: \\w+){0,3}) ${INVERTED} ${PRONOUN}\\b`,
    "i",
  ),
  new RegExp(`\\b(?:and|or|plus)(?: also| then| if so,?| afterwards)* ${INVERTED} ${PRONOUN}\\b`, "i"),
  new RegExp(
    `\\b(?:and|plus)(?: also| then)* ${WH} (?:happens|happened|comes|came|goes|went|breaks|broke|changes|changed|follows|followed|becomes|became|made|makes|led|leads|caused|causes|prevents|prevented|decides|decided|is|was|are|were|else|would|will)\\b`,
    "i",
  ),
  new RegExp(`\\b(?:and|plus|as well as)(?: also| then)* why(?: not)?\\s*\\?`, "i"),
  new RegExp(
    `\\b(?:and|plus|as well as)(?: also| then)* (?:for what reasons?|with what (?:result|effect|outcome)s?|to what (?:end|effect)|what (?:for|else|then|next|exactly))\\s*\\?`,
    "i",
  ),
  new RegExp(
    `\\b(?:and|plus|as well as)(?: also| then)* (?:how|why)\\b(?! (?:much|many|often|long|far|soon|old|big|large)\\b)`,
    "i",
  ),
  new RegExp(`(?:,|\\?) and (?:also )?(?:who|what|which \\w+) \\w+(?:ed|s)\\b`, "i"),
  new RegExp(`\\band (?:also |then )?about (?:your|the|a|an|how|what|why|any)\\b`, "i"),
]
/** One request for several details of the same thing: "tell which rows are late and which are lost", "what and when". */
const EMBEDDING =
  /\b(?:tells?|told|knows?|knew|decided?|decides|explain(?:ed)?|says?|said|sees?|saw|show(?:ed)?|describe[ds]?|finds? out|found out|ch(?:oo|o)sen?|chose|learn(?:ed|t)?|understands?|understood|agreed? (?:on)?|work(?:ed)? out|check(?:ed)?|records?|recorded|notes?|remember(?:ed)?|judged?|define[ds]?|settled?|document(?:ed)?|on|of|about|between)(?: (?:us|me|them|people|somebody|others|each|exactly|both))? (?:what|which|who|whom|how|when|where|whether|why)\b/i
const ADJACENT = new RegExp(`\\b${WH}(?: \\w+)? and ${WH}\\b`, "i")

/**
 * Why a wording asks more than one thing, in a few words of it; undefined when it asks one. `sentences` is the wording
 * without what stands in quotation marks, cut into sentences. English. A judgement, not a grammar: where two wh-clauses
 * depend on one verb ("how do you tell which rows are late and which are lost?") it says nothing.
 */
export function secondAsk(sentences: readonly string[]): string | undefined {
  const asks = sentences.filter((sentence) => sentence.trimEnd().endsWith("?"))
  if (asks.length > 1) return asks[1]
  const requests = sentences.filter(
    (sentence) => !sentence.trimEnd().endsWith("?") && REQUEST_START.test(sentence),
  )
  if (requests.length > 1) return requests[1]
  if (requests.length + asks.length > 1) return asks[0]
  for (const sentence of [...asks, ...requests]) {
    const joined = joinedAsk(sentence)
    if (joined !== undefined) return joined
  }
  return undefined
}

function joinedAsk(sentence: string): string | undefined {
  if (REQUEST_START.test(sentence)) {
    const second = SECOND_REQUEST.exec(sentence)
    if (second) return sentence.slice(second.index)
  }
  for (const [at, pattern] of JOINED.entries()) {
    const match = pattern.exec(sentence)
    if (!match || match.index < 4) continue
    const before = sentence.slice(0, match.index)
    if (!REQUEST_START.test(before) && !OPENED.test(before.replace(CIRCUMSTANCE, ""))) continue
    const subordinate = at >= 2 && at !== 3 && at !== 4
    if (subordinate && (EMBEDDING.test(before) || ADJACENT.test(sentence))) continue
    return sentence.slice(match.index)
  }
  return undefined
}

/** Something has been asked before the join: a wh-word with its verb, or a turned-round verb. */
const OPENED = new RegExp(
  `\\b${WH}(?: [\\w’-]+){0,5} ${INVERTED}\\b|(?:^|[,:;] )(?:who|what|which|whose)(?: [\\w’-]+){2}|^(?:[^,?]{0,80},? )?${INVERTED} ${PRONOUN}\\b`,
  "i",
)

/** A clause in front that asks nothing: "When the load broke, …". */
const CIRCUMSTANCE = new RegExp(
  `^(?:when|where|while|once|if|after|before|as|since|because|although|suppose|imagine)\\b(?! ${INVERTED}\\b)[^,]*,?`,
  "i",
)
