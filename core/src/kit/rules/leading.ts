import { type Rule, words } from "./rule.ts"

const NEGATED =
  "(?:don’t|doesn’t|didn’t|isn’t|aren’t|ain’t|wasn’t|weren’t|won’t|wouldn’t|shouldn’t|couldn’t|can’t|haven’t|hasn’t|hadn’t|mustn’t)"
const SUBJECT =
  "(?:you|it|that|this|these|those|we|they|he|she|there|one|a|an|the|your|our|my|most|every|any|anyone|anybody|everyone|everybody|engineers|people|good|having|using|testing|all|tests|data|engineers|pipelines|schemas|streams|[a-z]+ (?:contracts|tests|pipelines|tables|models|teams|tools))"
/** After a question word a negation asks ("What wouldn’t a key solve?"); at the start of a clause it suggests. */
const CLAUSE_START = "(?:^|[,;:.!?–—(]\\s*|\\b(?:and|but|or|so|well|then|now|honestly|actually),?\\s+)"
const AUXILIARY = "(?:is|are|was|were|do|does|did|have|has|had|will|would|can|could|should|must|might|ought)"

/** Questions that carry their answer. Patterns are English. */
export const LEADING: readonly Rule[] = [
  {
    id: "negated",
    since: "2026-11-21",
    about:
      "A question that begins by negating what it wants to hear (“Don’t you think”, “Isn’t it”, “Would you not”).",
    why: "It can be answered well only one way.",
    patterns: [
      new RegExp(`^(?:and |but |so |then )?${AUXILIARY} (?:you|we|they|it|that|this|one) not\\b`, "i"),
      new RegExp(`${CLAUSE_START}${NEGATED}[\\s-]+${SUBJECT}(?!\\w)`, "i"),
      words(
        `${AUXILIARY} (?:you|it|that|this|we|they|there|one|not (?:it|that|this|you|we)) not (?:be|think|agree|say|feel|find|believe|rather|prefer|also|obvious|true|better|the|a|fair|clear|right)`,
      ),
      new RegExp(
        `^(?:and |but |so |then )?${AUXILIARY} not (?:you|it|that|this|we|they|there|one|every|most|all|the|a)\\b`,
        "i",
      ),
    ],
  },
  {
    id: "tag",
    since: "2026-11-21",
    about: "A tag that asks for a yes (“…, right?”, “…, isn’t it?”, “…, would you?”).",
    why: "It turns a question into a statement to agree with.",
    patterns: [
      new RegExp(
        `(?:[,;:–—-]\\s*|\\.\\s+|\\s)(?:${AUXILIARY}(?:n’t)(?: (?:i|you|he|she|it|we|they|that|there|one|everyone|everybody|anyone))?)\\s*\\?`,
        "i",
      ),
      new RegExp(
        `[,;–—]\\s*(?:and |or )?${AUXILIARY} (?:you|it|we|they|that|there|one)(?: not)?\\s*\\?`,
        "i",
      ),
      /(?:[,;–—]|\.{3}|…)\s*(?:or )?(?:right|correct|true|yes|no|agreed|okay|ok|eh|huh|yeah|is that (?:right|correct|fair|so)|am i right|don’t you think|would you agree|wouldn’t you agree|you know|surely|as (?:we|you) (?:all )?know|not so|fair enough|i (?:assume|suppose|take it|hope|trust|presume|imagine))\s*\?/i,
    ],
  },
  {
    id: "agree",
    since: "2026-11-21",
    about: "Asking to agree (“Do you agree that”, “Would you say that”, “Is it fair to say”).",
    why: "Agreement is polite, so it is no evidence.",
    patterns: [
      words(
        "(?:do|would|will|can|could|must|should|might) (?:you|we|one) (?:not |also |at least |really |all |both )*(?:agree|concede|admit|accept|acknowledge|concur)(?= |\\?|,)(?! (?:on|about|(?:a|an|the|upon|definitions?|dates?|terms?|targets?|an? \\w+) |with (?:the|a|an|your|them|each|finance|other|both|all|every|those|these) (?:\\w+ )?(?:teams?|owners?|consumers?|colleagues?|stakeholders?|readers?|producers?|departments?|people|users?|finance|product)))",
      ),
      words("would you (?:not )?(?:say|agree|think)(?: that)(?! (?:out loud|to|again|about))"),
      words(
        "(?:would|do|could|can) you (?:not )?(?:say|think|feel|believe|consider) (?:that )?(?:it(?: is|’s| would be)? |this is |that is |\\w+ is |\\w+ are )(?:\\w+ )?(?:important|essential|better|best|best practice|crucial|vital|necessary|right|wrong|good|bad|obvious|fair|true|wise|a good idea|a bad idea|a mistake|worth|safer|always|never|risky|dangerous|sensible|irresponsible)",
      ),
      words(
        "(?:is|was|isn’t) it (?:not )?(?:fair|safe|right|reasonable|correct|accurate|true|obvious|clear|best|better|essential|important|wise|a good idea|not) (?:to (?:say|assume|conclude|suppose|think|claim|always|never)|that )",
      ),
      words(
        "you(?:’d| would| will|’ll| must| do| surely| probably| certainly| no doubt| of course| presumably| can’t but| have to)+ (?:\\w+ )?(?:agree|admit|concede|accept that)",
      ),
    ],
  },
  {
    id: "assumed",
    since: "2026-11-21",
    about: "An answer taken for granted (“surely”, “obviously”, “I assume you”, “everybody knows”).",
    why: "Whoever sees it differently has to contradict the interviewer first.",
    patterns: [
      words(
        "(?:most|many|all|sensible|reasonable|other) (?:people|engineers|teams|companies|experts|candidates)(?: here)? (?:would |will |do |also )*(?:say|says|agree|agrees|think|thinks|believe|know|prefer|choose|tell you)",
      ),
      words(
        "(?:it’s|it is|it was|that is|that’s) (?:quite |very |pretty |so |really |of course )?(?:clear|obvious|evident|well known|common knowledge|no secret|undeniable|self evident|beyond doubt) (?:that|how|why)",
      ),
      /^(?:and |so |but )?(?:clearly|obviously|naturally|evidently|plainly|undeniably|certainly|admittedly|undoubtedly)\b/i,
      words("am i (?:right|correct|wrong)(?: in (?:thinking|assuming|saying)| that| to (?:think|assume))?"),
      words(
        "(?:be|is|was|seem|seems) (?:it )?(?:fair|safe|right|reasonable|accurate|correct|honest) to (?:say|assume|conclude|think|suppose|claim)",
      ),
      /^(?:a|an|any|every|all|the) (?:good|great|serious|real|proper|decent|competent|sensible|responsible|professional|true) (?:data )?(?:engineers?|developers?|teams?|managers?|persons?|people|professionals?|analysts?) (?!you\b)\w+/i,
      words(
        "surely|obviously|naturally you|of course|needless to say|clearly, you|undoubtedly|without (?:a )?doubt|no doubt|presumably|self evident(?:ly)?|it goes without saying|unquestionably|admittedly|evidently you|let’s face it",
      ),
      words(
        "(?:as you|like you|(?:as |like )?(?:we(?: all| both)?|they all|everyone|everybody|people)) (?:all |both |surely |will |must |probably |certainly |no doubt |of course )*(?:know(?:s)?|agree(?:s)?|understand(?:s)?)(?= that|,|:| how (?:important|crucial|bad|good)| is| are)",
      ),
      words(
        "(?:i|we) (?:would |do |can |’d |also |only |just )*(?:assume|suppose|presume|imagine|trust|take it|guess|bet|expect|hope|reckon|am sure|’m sure|are sure|’re sure|am certain|am confident|are confident|have no doubt|don’t doubt|doubt)(?: that)? (?:you|your|nobody|no one|everyone|everybody)(?! (?:to|can|could|may|have|had) (?:a|an|two|three|the|to|look|one))",
      ),
      words(
        "(?:any|every|all|most|no) (?:\\w+ )?(?:good|great|sensible|serious|competent|decent|experienced|reasonable|senior|strong|real|professional|sane) (?:data )?(?:engineers?|developers?|persons?|people|teams?|professionals?|candidates?|analysts?|companies)(?: \\w+)? (?:knows?|would|agrees?|does|do|always|never|will|uses?|writes?|should|understands?|prefers?)",
      ),
      words(
        "(?:the|what is the) (?:right|correct|only|obvious|best) (?:answer|choice|approach|way|tool|thing)(?: to \\w+)?(?: here)? (?:is|was|would be|being|must be)",
      ),
      words(
        "as (?:a|an|any|every) (?:good|great|responsible|serious|professional|experienced|competent|real|sensible) (?:data )?(?:engineer|developer|person|professional|colleague|manager)",
      ),
      words(
        "given that (?:\\w+ ){1,6}(?:is|are) (?:clearly |obviously |always |so |by far )*(?:the best|better|superior|essential|crucial|inferior|outdated|wrong|bad|obsolete)",
      ),
    ],
  },
  {
    id: "loaded",
    since: "2026-11-21",
    about: "A judgement inside the question (“Why is X the best”, “How great”, “such a bad idea”).",
    why: "It tells the candidate what you think before they have said what they think.",
    patterns: [
      words(
        "why on earth|why (?:would|should) (?:anyone|anybody|any sane \\w+)(?: still| ever| even| want| bother| not| use| choose)",
      ),
      words(
        "how (?:great|wonderful|terrible|awful|amazing|horrible|fantastic|stupid|silly|ridiculous|useless|incompetent|annoying|boring) (?:is|was|are|were|did|do|would|must)",
      ),
      words(
        "how (?:great|wonderful|terrible|awful|amazing|horrible|fantastic|excited|thrilled|passionate|fond|much (?:better|worse|do you (?:love|enjoy|hate|like|value|appreciate))|bad(?:ly)?|strongly do you (?:agree|believe)|stupid|silly|ridiculous|useless)(?= |\\?)(?! (?:did (?:it|the|that)|was (?:the|it|that|your)|were (?:the|they)|off|wrong|(?:is|are) (?:the|it) (?:data|damage|table|skew)))",
      ),
      words(
        "why (?:do|does|is|are|was|were|would|should|did) (?:you (?:\\w+ )?(?:love|like|enjoy|hate|prefer|think|believe|agree|want)(?: that)? |(?:\\w+ ){1,6}(?:the best|superior|the only (?:right|real|sensible)|so (?:much )?(?:better|important|bad|good|great|essential|popular)|always better|far better|much better|inferior|the worst|such an? (?:good|bad|great|terrible|poor|important|excellent|awful)|a (?:bad|good|terrible|great) (?:idea|choice|practice)|best practice|outdated|obsolete|a mistake))(?! at the time)",
      ),
      words(
        "such an? (?:bad|terrible|awful|stupid|great|wonderful|brilliant|poor|good|excellent|horrible) (?:idea|choice|tool|practice|approach|decision|thing|design|way)",
      ),
      words("(?:stupid|idiotic|lazy|silly|ridiculous|sloppy|incompetent|moronic|dumb|foolish|clueless)"),
      words(
        "(?:you|we|one|engineers|people|they) (?:should|must) (?:always|never|surely|of course|clearly) ",
      ),
      words(
        "(?:we|here,? we|our (?:team|company)) (?:strongly|firmly|really|truly|absolutely|deeply|passionately|always|all|wholeheartedly) (?:believe|value|love|prefer|hate|think|care|insist|favou?r)",
      ),
      words(
        "you (?:do|will|would|did) (?:\\w+ )?(?:always |never |certainly |definitely |surely )?(?:test|document|monitor|write|check|use|like|love|enjoy|believe|care|value|prefer|think)(?: [\\w-]+){1,12} ?,? (?:right|correct|yes|no|don’t|do|wouldn’t|won’t)",
      ),
    ],
  },
]
