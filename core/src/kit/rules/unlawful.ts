import { type Rule, words } from "./rule.ts"

/** People who belong to somebody’s private life; "partner" alone may be a company or a role in a simulation. */
const RELATIVES =
  "husband|wife|wives|spouse|boyfriend|girlfriend|significant other|fianc[eé]e?|kids?|child(?:ren)?|toddlers?|bab(?:y|ies)|sons?|daughters?|little ones|in laws"
/** Offspring that no task, table or process has. */
const OFFSPRING =
  "kids|children(?! (?:tables?|nodes?|tasks?|processes|rows?|records?|jobs?|keys?|spans?|dags?|workflows?|pipelines?|models?))|bab(?:y|ies)|toddlers?|sons|daughters"
const HAVE_YOU =
  "(?:do|did|have|will|would) you (?:currently |already |also |ever )?(?:have|had|got)(?: any| a| an| some)?"

/**
 * What a question may not ask, nor ask about by a detour: characteristics the law protects in hiring in one or more of
 * the European Union, the United Kingdom and the United States. A kit may be used in any of them, so the union of all
 * is held to. The patterns are English, and look for questions about *you*: a table may have an age and a pipeline health.
 */
export const UNLAWFUL: readonly Rule[] = [
  {
    id: "age",
    since: "2026-11-21",
    about: "Age, birth date, year of school or degree, closeness to retirement, generation.",
    why: "Age can’t be a reason in hiring; a year of graduation tells it as plainly as a birthday.",
    patterns: [
      words(
        "(?:describe|consider|see|call|count) yourself (?:as )?(?:an? |still |rather )*(?:young|old|youthful|middle aged|elderly|mature)(?= |\\?|$)",
      ),
      words(
        "(?:your|a) (?:bachelor|master|high school|school|university|college)(?:’s)? (?:degree )?(?:was|in) (?:what|which) year|(?:leave|left|finish|finished|start|started) school",
      ),
      words("how old (?:are|were|will|would) (?:you|your (?:kids?|children|sons?|daughters?))"),
      words("your (?:exact |current |own |real )?age|at your age|someone (?:of )?your age|people your age"),
      words(
        "your (?:age )?(?:date|year|place and date) of birth|your (?:birth ?day|birth ?date|birth ?year|d\\.?o\\.?b\\.?)|your \\w+ birthday",
      ),
      words(
        "(?:when|what year|in (?:what|which) year|which year|what date|on (?:what|which) day) (?:were|was|are) you born|were you born",
      ),
      words(
        "(?:which|what) (?:age (?:group|bracket|range|band)|decade|generation) (?:are|were|do|did|would) you",
      ),
      words(
        "(?:when|what year|which year|in (?:what|which) year|how (?:long|many years) ago)(?: was it (?:that )?| was it when )?(?: (?:did|have|do|had))? ?you (?:first )?graduate[d]?",
      ),
      words(
        "(?:when|what year|which year|in (?:what|which) year|how (?:long|many years) ago)(?: was it (?:that )?| was it when )?(?: (?:did|have|do|had))? ?you (?:first )?(?:finish|leave|left|complete|get|got|obtain|receive|earn|start|enter|begin|do)(?:d|ed)?(?: from)?(?: your| the)?(?: [\\w’]+)? ?(?:school|college|university|uni|degree|bachelor(?:’s)?|master(?:’s)?|diploma|studies|a levels|abitur|education|phd|apprenticeship)",
      ),
      words(
        "(?:your|year of|date of)(?: \\w+)? graduation(?: (?:year|date))?|graduation (?:year|date)|your class of",
      ),
      words(
        "(?:are|aren’t|feel|feeling|being|seem|be|you’re|were) (?:you )?(?:not )?(?:too |a (?:bit|little) (?:too )?|rather |perhaps |quite |still |already )*(?:too old|too young|young|old|old enough|young enough|overqualified)(?: for| to| at|\\?|$)",
      ),
      words(
        "are you (?:over|under|older than|younger than|past|nearing|approaching|close to|still in your|in your)(?: the age of)? (?:\\d+|[a-z]+ties|(?:twenty|thirty|forty|fifty|sixty)\\w*)",
      ),
      words(
        "(?:until|till|before|when|plan(?:ning)? (?:to|on|for)|close to|near(?:ing)?|approaching|think(?:ing)? (?:of|about)|how (?:soon|long|far)(?: \\w+){0,4}|how many (?:more )?years(?: \\w+){0,4}|expect to|intend to) (?:you(?:r|’ll| will| plan to| expect to| intend to| want to| mean to)? )?(?:retire|retirement|retiring|a pension|pension age)(?! (?:the|a|an|it|them|old|legacy|this|that|those|these|your|each|any|one|some|or|of))",
      ),
      words(
        "how (?:close|near|far)(?: away)? (?:to|from) (?:retirement|retiring|a pension)(?: age)? (?:are|is) you",
      ),
      words("your birth ?day"),
      words(
        "your (?:own )?(?:retirement|pension)(?! (?:table|data|system|model|report|feed|pipeline|fund|product))",
      ),
      words(
        "how (?:many (?:more )?years|much longer) (?:do|would|will|are) you (?:want|plan|intend|expect|hope|going|like)(?:ing)?(?: to)? (?:keep )?(?:be )?(?:work|working|stay(?:ing)? in work)(?! (?:here|with|for|on|at|in))",
      ),
      words(
        "are you (?:a |an )?(?:digital native|millennial|boomer|baby boomer|gen [xyz]|recent (?:graduate|school leaver)|zoomer|pensioner|senior citizen)",
      ),
      words(
        "(?:report(?:ing)? to|work(?:ing)? (?:for|with|under|alongside)|manag(?:ed|ing)(?: by)?|led by|lead(?:ing)?)(?: \\w+){0,5} (?:much |so |far |a lot |(?:ten|twenty|\\d+) years )?(?:younger|older)(?: than (?:you|yourself)| (?:boss|manager|colleagues?|people|team|lead|than))?",
      ),
      words("(?:young|youthful|mature|older) (?:team|colleagues|environment|company)(?: \\w+){0,6} you"),
    ],
  },
  {
    id: "family",
    since: "2026-11-21",
    about: "Marriage, partner, children, pregnancy, plans for a family, care at home.",
    why: "Who is at home says nothing about the work. Ask whether the hours can be kept, and ask everybody.",
    patterns: [
      words("(?:husband|wife|spouse|boyfriend|girlfriend|fianc[eé]e?)s?"),
      words(
        "(?:children|kids|a baby|babies|anyone|anybody|somebody|someone|dependants) (?:\\w+ )?at home|(?:bring(?:ing)?|brought) up (?:children|kids|a family|a child)",
      ),
      words(
        "(?:what|where|which|how)(?: \\w+)? (?:do|does|did|is|are|was|were) your (?:partner|parents?|mother|father|mum|mom|dad|siblings?|brothers?|sisters?)(?: \\w+)? (?:do|work|live|earn|study|occupation|job|from)|what (?:do|does|did) your (?:partner|parents?|mother|father) do",
      ),
      words("your (?:last|first|second|next|youngest|eldest|oldest|own) (?:child|baby|pregnancy|marriage)"),
      words(
        `your (?:\\w+ )?(?:${RELATIVES})(?! (?:tables?|nodes?|tasks?|process(?:es)?|rows?|records?|jobs?|keys?|spans?|dags?|workflows?|pipelines?|models?|elements?|class(?:es)?|items?))`,
      ),
      words(
        "(?:does|would|will|did|do|is|can|how (?:does|would|will|did)|what (?:does|would|will|did)|has) your partner (?:think|feel|say|mind|do for|work|agree|support|cope|earn|move|know|be (?:ok|okay|happy|willing)|also|like|react|okay|ok|happy|willing|employed)",
      ),
      words(
        `(?:${HAVE_YOU}|with|having|raising|raise|expecting|want(?:ing)?|(?:plan|planning|hope|hoping|intend|expect)(?: for| on| to)?(?: have| having)?|to have|more|another|get(?:ting)?|adopt(?:ing)?|any|how many|look(?:ing)? after|care for|mind) (?:(?:any|a|small|young|more|your|own|the|school age|little|of your own) )*(?:${OFFSPRING})(?! (?:of (?:the|a|an|each|this|that|one)|does|do|did|in (?:the|a|your|this) (?:dag|tree|hierarchy|table|graph|schema)))`,
      ),
      words(
        "(?:another|a|expecting a|want a|have a|only) (?:baby|child)(?: (?:on the way|soon|someday|one day|at home|yet|yourself))(?! (?:table|node|task|process|row|record|job|key))|(?:expecting|have|having|want|wanting|adopt|adopting|planning) (?:a|another) (?:baby|child)(?! (?:table|node|task|process|row|record|job|key|span|dag|workflow|pipeline|model|class|element))",
      ),
      words(
        "pregnan(?:t|cy|cies)|maternity|paternity|parental leave|breast ?feed(?:ing)?|fertility|i\\.?v\\.?f\\.?(?! )|contracepti\\w+|birth control|stay at home (?:mum|mom|dad|parent)",
      ),
      words("are you expecting(?: (?:one|again|soon|at the moment|right now|yet))?(?=\\s*\\?)"),
      words(
        "are you (?:a |an? )?(?:(?:single|working|new|expectant|lone|proud|full time)[\\s-]+)?(?:parent|mother|mum|mom|father|dad|carer|caregiver|husband|wife|housewife|homemaker)",
      ),
      words(
        "(?:are|were) you (?:currently |happily |still |already |legally |planning to (?:get|be) |thinking of getting |going to get |getting )*(?:married|engaged to be|divorced|widowed|separated|a widow(?:er)?|single(?! (?:threaded|handed|most)))|(?:get|getting) (?:married|engaged|divorced)|your (?:marriage|wedding|divorce|engagement to be)",
      ),
      words(
        "(?:your|what is the|state your) (?:marital|relationship|civil|family) (?:status|situation)|marital status|relationship status|your maiden name|maiden name",
      ),
      words(
        "(?:in|have|having) a (?:steady |serious |long term |romantic )?(?:relationship|partner at home)(?: (?:right now|at the moment|with (?:a|some)(?:one|body)|currently)|\\?)|are you (?:seeing|dating) (?:any|some)(?:one|body)",
      ),
      words(
        "(?:start|starting|have|having|raise|raising|grow|growing|plan|planning|expand|expanding|settl(?:e|ing) down (?:and|with)) (?:a|your|the|for a|on a)(?: own)? family|family plan(?:s|ning)|settl(?:e|ing) down",
      ),
      words(
        "(?:your|any|about) (?:own )?family(?:’s)? (?:life|situation|circumstances|commitments?|obligations?|responsibilities|duties|plans?|background|members?|status|needs|arrangements?|feels?|thinks?|says?|minds?|lives?|ties)|(?:does|do|would|will|how (?:does|do|would|will)|has|is) your family|(?:tell (?:me|us) (?:\\w+ )?about|describe) your (?:family|parents|home life|private life)|family commitments|family obligations|family responsibilities",
      ),
      words(
        "(?:commitments?|obligations?|responsibilities|duties|situation|anyone|anybody|someone|somebody|people|dependants?|arrangements?|who(?:’s| is)?(?: waiting)?) (?:to \\w+ )?at home|(?:your|private|domestic) home life|home life",
      ),
      words(
        "(?:do|did|would|will) you (?:also )?(?:live|share a (?:home|flat|house)) (?:alone|with (?:your|a|any|some|other))|who (?:do|else) (?:you )?live(?:s)? (?:with|in)",
      ),
      words(
        "child ?care(?! (?:data|app|provider data|system|customer))|day ?care(?! (?:data|app|provider data|system|customer))|nann(?:y|ies)|nursery|baby ?sit(?:ter|ting)|kindergarten|school run|au pair",
      ),
      words(
        "who (?:\\w+ )?(?:looks? after|takes? care of|cares? for|minds|watches|picks? up|collects?) (?:your|the|any) (?:\\w+ )?(?:kids?|child(?:ren)?|little ones|baby|parents?|mother|father|family|home|household)(?! (?:table|process|task|node|job|record))",
      ),
      words(
        "do you (?:currently )?(?:care for|look after|support) (?:an? |any |your )?(?:elderly|sick|ill|ageing|aging|disabled|dependent|relatives?|parents?|family|someone at home)",
      ),
      words(
        `(?:care|caring|carer|caregiving|parenting) (?:duties|responsibilities|obligations|commitments)|(?:do you have|have you|any) (?:any |got any )?dependants|do you have (?:any )?dependents(?! (?:in|on|of|task|job|table|who))`,
      ),
      words(
        "(?:mother|mum|mom|father|dad|parent)hood|as a (?:mother|father|mum|mom|dad|parent|wife|husband|woman|man)",
      ),
    ],
  },
  {
    id: "health",
    since: "2026-11-21",
    about: "Health, disability, illness, medicines, days off sick, therapy, genetic tests, build.",
    why: "Offer adjustments to everybody instead. What a person has or had is theirs.",
    patterns: [
      words(
        "(?:serious|major|grave|severe|chronic|long term|mental) (?:illness(?:es)?|diseases?|injur(?:y|ies)|surger(?:y|ies)|operations?)(?= |\\?|$)(?! (?:data|records?|codes?|tables?|register|registry|of (?:patients?|the)))",
      ),
      words(
        "(?:seen|see|seeing|visit(?:ed)?|consult(?:ed)?) (?:a |an |your )(?:psychiatrist|psychologist|therapist|counsellor|doctor|physician)",
      ),
      words(
        "history of (?:mental |chronic |serious )?(?:illness|disease|depression|addiction|injur(?:y|ies)|absence)(?= in your| at|\\?|$| you)",
      ),
      words("do you (?:\\w+ )?drink(?= ?\\?| alcohol| a lot| much| heavily| regularly)"),
      words(
        "your (?:own |current |general |overall |mental |physical |personal )*health(?! (?:checks?|endpoint|dashboard|scores?|metrics?|monitor\\w*|table|model|data|function|tool|probe|report|page|alerts?|customers?|client|platform|app|care|insurance product))",
      ),
      words(
        "are you (?:in |of )?(?:good |perfect |excellent |poor |generally |fully |completely |physically |mentally |otherwise )*(?:health|healthy|fit|well enough|able bodied|disabled|handicapped|impaired|chronically ill|ill|sick|hiv|epileptic|diabetic|autistic|dyslexic|depressed|bipolar|neuro ?\\w+|overweight|obese|a smoker|smoker|left handed|deaf|blind|colou?r blind|vaccinated)(?! with (?:the|this|that))",
      ),
      words("disabilit(?:y|ies)|handicaps?|impairments?|special needs|wheelchair|hearing aid"),
      words(
        "(?:health|medical|mental|physical|psychological|psychiatric|chronic) (?:problems?|conditions?|issues?|limitations?|restrictions?|complaints?|history|illness(?:es)?|diseases?|disorders?|challenges?|pain)(?: \\w+){0,8} you|you(?:r| have| had| suffer\\w*(?: from)?| got| live with| ever had| currently have| ever)?(?: \\w+){0,4} (?:health|medical|mental|physical|psychological|psychiatric|chronic) (?:problems?|conditions?|issues?|limitations?|restrictions?|complaints?|history|records?|illness(?:es)?|diseases?|disorders?|challenges?|pain)",
      ),
      words(
        "(?:did|do|have|were|are|was) you (?:ever |often )?(?:take|taken|took|have|had|use|used|claim(?:ed)?|been|go(?:ne)?|call(?:ed)? in)(?: \\w+){0,4} (?:sick|ill|sickness|sick (?:days?|leave|notes?)|off sick|absences?)(?= |\\?|$)|how (?:many|much) (?:sick|ill|absence|sickness) ?(?:days?|leave|notes?)(?: \\w+){0,4} you|your (?:sick(?:ness)? (?:leave|days?|record|notes?)|absences?|absence record|attendance record)",
      ),
      words(
        "how (?:many|much) (?:days|time|work)(?: \\w+){0,5} (?:sick|ill(?:ness)?|absent)|how (?:often|frequently|many times) (?:are|were|have|did|do) you (?:been )?(?:get )?(?:ill|sick|absent|off work|miss(?:ed)? work|call in)|days? (?:of work |off work )?(?:did|have|were) you (?:miss(?:ed)?|absent|off|away)(?! (?:data|in the|from the|because of the pipeline))",
      ),
      words(
        "you(?: \\w+){0,4} (?:suffer(?:ed|ing|s)? from|been diagnosed|diagnosis|had (?:surgery|an operation|a breakdown|cancer|depression|a stroke)|been (?:hospitali[sz]ed|in hospital|depressed|treated for|burn(?:ed|t) out|seriously ill|ill|sick)|on (?:any )?medication|tak(?:e|ing) (?:any )?(?:medication|medicines?|drugs|pills|antidepressants)|see(?:ing)? (?:a )?(?:therapist|psychiatrist|psychologist|doctor|specialist)|in therapy|(?:had|have) (?:a )?burn ?out|use(?:d)? (?:any )?(?:illegal )?drugs)",
      ),
      words(
        "your (?:medical|medication|medicines?|illness|disease|diagnosis|therapy|therapist|doctor|surgery|operation|pregnancy|burn ?out|depression|anxiety|condition(?= affect| allow| prevent| limit)|weight(?! (?:table|column|matrix|function|s))|height(?! (?:column|s))|b\\.?m\\.?i|blood|genetic\\w*|dna|allerg\\w+|eyesight|hearing|adhd|autism|dyslexia|vaccin\\w+)(?! (?:data|table|dataset|domain|customers?|model|device|client|platform))",
      ),
      words(
        "(?:have|had|did) you (?:ever |already )?(?:had |have |suffer(?:ed)? |been |gone )*(?:a |an |from |through )*(?:burn(?:ed|t)? ?out|breakdown|depression|depressed|anxiety|panic attacks?)(?! (?:team|people|colleague))|(?:have|had|are) you(?: ever| currently| been)? (?:diagnosed|hospitali[sz]ed|injured|receiv(?:ed|ing) (?:disability|treatment|therapy|workers’? compensation)|filed (?:a|for) workers’? compensation|treated for)|workers’? comp(?:ensation)? claims?",
      ),
      words(
        "do you (?:\\w+ )?(?:smoke|vape|drink alcohol|drink much|take drugs|use drugs|wear (?:glasses|a hearing aid)|need (?:medication|a wheelchair)|limp|stutter|stammer|get (?:ill|sick|depressed|migraines))",
      ),
      words(
        "how (?:tall are you|much do you weigh|is your health|many (?:cigarettes|drinks)|much (?:alcohol|do you (?:drink|smoke)))|what (?:do you weigh|prescription|medication)",
      ),
      words(
        "(?:any|what|which|have|has|had|a|your) (?:known |serious |chronic |hidden |physical |mental |previous |past |existing |long term )*(?:illness(?:es)?|diseases?|disabilit\\w+|ailments?|injur(?:y|ies)|medical conditions?|health (?:conditions?|problems?|issues?))(?: \\w+){0,8} (?:prevent|affect|limit|keep|stop|impair|hinder|interfere|should know|ought to know|need to know|must know|tell us|disclose)",
      ),
      words(
        "(?:cope|manage|handle|stay|sit|stand|lift|travel|work)(?: \\w+){0,8} (?:given|considering|despite|because of|with) your (?:condition|health|illness|disability|back|weight|age)",
      ),
    ],
  },
  {
    id: "origin",
    since: "2026-11-21",
    about: "Birthplace, nationality, citizenship, ethnicity, skin, accent, mother tongue, name, immigration.",
    why: "Ask whether someone may work in the country, and whether they speak the language the work needs; nothing about where from.",
    patterns: [
      words(
        "(?:are|were|is|was) (?:you|your (?:family|parents?)) (?:really |actually |originally )*(?:from|born) (?:here|abroad|around here|overseas|another country|this (?:country|area|region|city)|somewhere else|outside)|you(?:’re| are)(?: \\w+)? not from here",
      ),
      words(
        "(?:interesting|nice|unusual|lovely|funny|charming|strong|exotic|foreign|what an?) accent|(?:where|which|what)(?: \\w+){0,4} accent|origins? of your (?:name|surname|family name|last name|family|accent)",
      ),
      words(
        "where (?:are|were|was|is) (?:you|your (?:parents?|family|people|ancestors|name|surname|accent|mother|father|grandparents?))(?: \\w+)? (?:really |originally |actually |all |initially |coming )*(?:from|born|come)|where (?:do|did) (?:you|your (?:parents?|family|people|ancestors|name|surname|accent)) (?:really |originally |actually |initially |all )*(?:come from|hail from|grow up|originate|immigrate from|emigrate from)|where(?:’re| are) you from|where (?:you|your (?:parents?|family)) (?:are|were|come|came|grew)(?: \\w+)? (?:from|up|born)",
      ),
      words(
        "(?:what|which|from what|from which) (?:country|part of the world|culture|continent|region|nation) (?:are|were|do|did|is|was) (?:you|your)|what(?:’s| is) your (?:home country|country|native country|homeland|hometown)|(?:your|are you from) (?:home|native) (?:country|land)|your (?:country of (?:origin|birth)|homeland|hometown|birth ?place|place of birth|country)(?! (?:table|code|column|dimension|field|data|team|office|model|list))",
      ),
      words(
        "(?:your|what|which|of what|of which|dual|second|own|any other|current) (?:\\w+ )?(?:nationalit(?:y|ies)|citizenships?|ethnicity|ethnic (?:background|origin|group)|racial (?:background|group)|race(?! (?:conditions?|hazards?|between|bugs?|detector|in|to))|skin(?: colou?r)?|ancestry|ancestors|heritage|descent|cultural (?:background|roots)|roots|tribe|caste|passports?)(?! (?:data|tables?|columns?|fields?|dataset|checks?|nodes?))",
      ),
      words(
        "are you (?:a |an |really |actually |originally |of |from )*(?:native|foreign(?:er)?|immigrant|migrant|refugee|expat|asylum seeker|indigenous|citizen|national|(?:american|british|german|french|indian|chinese|turkish|polish|russian|mexican|african|asian|arab|hispanic|latin[oax]|black|white|jewish|roma|english|irish|spanish|italian|european|eu|us|u\\.s\\.|uk|swiss|austrian|dutch|japanese|korean|pakistani|iranian|syrian|ukrainian|brazilian)(?: (?:citizen|national|native|origin|descent|by birth))?)(?! (?:speakers? of (?:sql|python)|to (?:the )?(?:tool|cloud|spark)|keys?|tables?|team|holidays?|office|customers?|region|time|data))",
      ),
      words(
        "(?:mother|native|first|home) (?:tongue|language)(?: \\w+){0,6}(?= you|\\?|$)|your (?:mother tongue|native (?:tongue|language)|first (?:spoken )?language|native speaker|accent)|(?:what|which) languages? (?:do|did|is|are|were) (?:you(?:r family)? speak|spoken|you (?:learn|grow up)|used)(?: \\w+){0,4} (?:at home|home|first|as a child|with your (?:family|parents))|language(?: \\w+){0,5} (?:at home|as a child)|are you (?:a |an )?(?:\\w+ )?native (?:\\w+ )?speaker|what accent is that|where is that accent|your english (?:is|so) (?:so |very )?good",
      ),
      words(
        "(?:what kind of|what sort of|what type of|where does (?:that|your)|is (?:that|your)|origin of your|your) (?:\\w+ )?(?:name|surname|last name|family name)(?: \\w+){0,3} (?:is that|from|come from|originate|mean|foreign|jewish|arabic|muslim|russian|indian|chinese|polish|turkish|african|spanish)|how do you spell your (?:foreign|exotic) name|unusual name",
      ),
      words(
        "(?:when|why|how|how long ago|what year|what made you|did) (?:did )?(?:you|your (?:parents|family)) (?:first )?(?:immigrate|emigrate|migrate to (?:this|the) country|come to this country|move to this country|arrive in this country|flee|get your (?:citizenship|green card|residence permit))|your (?:immigration|residence|residency|asylum) (?:status|history|papers)|how long have you (?:lived|been) in this country|your green card|are you here (?:legally|illegally)",
      ),
      words(
        "where did you (?:grow up|spend your childhood|go to (?:primary|elementary|high|secondary) school)|where were you (?:raised|brought up|schooled)|grew up in which|your (?:childhood|upbringing)",
      ),
      words(
        "(?:parents?|grandparents?|family|ancestors)(?:’s?)? (?:\\w+ )?(?:originally |really )?(?:from|born|native|immigrants?|foreign|nationality|citizenship|language)(?= |\\?|$)(?! (?:key|table|task|node|process|class))(?=.*\\?)",
      ),
    ],
  },
  {
    id: "religion",
    since: "2026-11-21",
    about: "Religion, belief, worship, feasts, dress that shows a faith.",
    why: "Ask whether the hours of the job can be worked, not what somebody keeps or believes.",
    patterns: [
      words(
        "(?:your|what|which|any|a|have|have a|of what|particular|own) (?:\\w+ )?(?:religions?|denominations?|religious (?:beliefs?|views?|affiliations?|background|practices?|holidays?|observances?|obligations?|reasons?|community|commitments?|duties|organi[sz]ations?|faith))(?! (?:data|table|column|field|attribute|flag))",
      ),
      words(
        "are you (?:a |an |very |at all |deeply |practi[sc]ing |devout |a member of (?:a|any|the) )*(?:religious|christian|catholic|protestant|evangelical|orthodox|muslim|moslem|islamic|jewish|jew|hindu|buddhist|sikh|mormon|atheist|agnostic|believer|spiritual|baptised|baptized|church|kosher|halal|practi[sc]ing)(?! about)",
      ),
      words(
        "your (?:own |personal )?(?:faith|religion|beliefs|god|church|mosque|synagogue|temple|congregation|parish|rabbi|priest|imam|pastor|prayers?|sabbath|headscarf|hijab|turban|kippah?|cross necklace|creed)",
      ),
      words(
        "(?:do|did|would|will|are|have|how often do|can|could) you (?:\\w+ )?(?:pray|worship|fast(?! (?:enough|path|forward))|believe in (?:god|a god|a higher power|an afterlife)|attend(?:ing)? (?:a |any |the )?(?:church|mosque|synagogue|temple|mass|services|religious|bible)|go to (?:church|mass|a mosque|the mosque|synagogue|temple)|observe(?:d)? (?:the |any |a )?(?:sabbath|shabbat|ramadan|lent|religious|holy|feasts?|fasts?|eid|friday prayers?|kosher|easter|christmas|holidays)|keep (?:the sabbath|kosher|halal|ramadan|shabbat)|celebrate (?:christmas|easter|eid|ramadan|hanukkah|passover|diwali|yom kippur|religious|which|any|what)|belong to (?:a|any|the) (?:church|religio\\w+|faith|congregation|parish)|wear (?:a |the |that )?(?:headscarf|hijab|veil|turban|kippah?|cross|burka|niqab)|eat (?:pork|kosher|halal)|practi[sc]e (?:a|any|your) (?:faith|religion))",
      ),
      words(
        "(?:sabbath|shabbat|ramadan|holy days?|religious (?:holidays?|feasts?|observances?|reasons?|duties|beliefs?|dress)|prayer (?:times?|breaks?)|sunday (?:service|worship|mass)|friday prayers?)(?! (?:traffic|sales|peak|load|campaign|data|season|demand|volumes?))(?=[^.!]*\\byou)|you(?:r)?\\b[^.?!]* (?:sabbath|shabbat|ramadan|holy days?|religious (?:holidays?|feasts?|observances?|reasons?|duties|beliefs?|dress)|prayer (?:times?|breaks?)|sunday (?:service|worship|mass)|friday prayers?)(?! (?:traffic|sales|peak|load|campaign|data|season|demand|volumes?))",
      ),
      words(
        "(?:which|what) (?:holidays|feasts|holy days|place of worship|faith|god|church|deity)(?: \\w+)? (?:do|did|does|are|is) you(?:r)?(?: \\w+)?(?: (?:celebrate|observe|keep|attend|belong|pray|follow|believe))?",
      ),
    ],
  },
  {
    id: "politics",
    since: "2026-11-21",
    about: "Party, vote, political views, protest.",
    why: "Views outside work are nobody’s business in a talk about work.",
    patterns: [
      words(
        "your (?:own |personal )?(?:politics|political|party membership|vote in|voting|ideology)|(?:what|which|any|about) (?:are your |your )?political (?:views?|opinions?|part(?:y|ies)|beliefs?|leanings?|affiliations?|convictions?|orientation|activit(?:y|ies)|organi[sz]ations?|stance)",
      ),
      words(
        "(?:who|whom|which party|what party|which candidate|how)(?: \\w+)? (?:did|do|will|would|have|are) you (?:\\w+ )?(?:vote|voted|voting|elect|support(?:ed)? (?:in|at) the|campaign)(?: for)?",
      ),
      words(
        "(?:did|do|will|would|have|are) you (?:\\w+ )?(?:vote|voted|voting|campaigned|canvass\\w*|donate(?:d)? to (?:a|any) (?:party|campaign)|run for office)(?: \\w+){0,4} (?:election|referendum|president|party|government|parliament|mayor|conservatives?|labou?r|democrats?|republicans?|left|right|greens?|brexit|trump|biden|candidate)",
      ),
      words(
        "(?:member|supporter|belong|sympathi[sc]er|part|active|activist|involved|card) ?(?:of|to|in|with|for|carrying)? (?:a |any |the |which |some )?political (?:party|group|movement|organi[sz]ation)|political part(?:y|ies)(?= .*you|\\?)|are you politically|politically (?:active|engaged|left|right|conservative|liberal|involved)",
      ),
      words(
        "are you (?:a |an |more |rather |on the )*(?:democrat|republican|conservative|liberal|socialist|communist|marxist|left wing|right wing|left|right|tory|green voter|feminist|activist|anarchist|libertarian|nationalist|populist|progressive)(?= |\\?|$)(?! (?:with|about|when|in|join|outer|hand|handed|that|to|on|side|now|person))",
      ),
      words(
        "(?:what|how) (?:do|did) you (?:think|feel|make) (?:of|about) (?:the |our )?(?:(?:current|new|present|last|recent) )?(?:government|president|prime minister|chancellor|election|referendum|immigration|abortion|brexit|gun (?:control|laws)|ruling party|opposition)",
      ),
      words(
        "(?:have|did|do|would|are) you (?:ever )?(?:attend(?:ed)?|join(?:ed)?|go(?:ne)? to|take(?:n)? part in|been to|march(?:ed)?|participat\\w+ in) (?:a |any |an |the )?(?:political )?(?:protests?|demonstrations?|rall(?:y|ies)|march(?:es)?|climate strikes?)",
      ),
    ],
  },
  {
    id: "sex-and-orientation",
    since: "2026-11-21",
    about: "Sex, gender, gender identity, sexual orientation.",
    why: "Neither whom somebody loves nor what they are bears on the work.",
    patterns: [
      words(
        "(?:team|group|department|company|office|room|world|field|shift)(?: that is| which is)? (?:of|full of|with|made up of|run by|led by|dominated by) (?:only |mostly |just |all |nothing but )?(?:men|women|males|females|girls|boys|guys|a woman|a man)(?= |\\?|$)",
      ),
      words(
        "(?:identify|see yourself|describe yourself|think of yourself) as (?:a |an )?(?:male|female|man|woman|non binary|trans\\w*|gay|straight|lesbian|bisexual|queer)",
      ),
      words(
        "sexual (?:orientation|preferences?|identity|life)|sexuality|gender identity|sexual reassignment|gender reassignment",
      ),
      words(
        "(?:your|what|which|state|tell us your) (?:\\w+ )?(?:gender|sex|sexes)(?! (?:columns?|fields?|data|codes?|distribution|ratio|split|pay|bias|balance|attribute|dimension))",
      ),
      words(
        "are you (?:a |an |openly |also |perhaps |maybe |actually )*(?:gay|lesbian|bisexual|bi|straight(?! about| with)|queer|trans|transgender|transsexual|hetero\\w*|homosexual|lgbt\\w*|non binary|asexual|male|female|man|woman|out at work|attracted to|in the closet)",
      ),
      words(
        "(?:do|did|would) you (?:\\w+ )?(?:prefer|date|like|sleep with|fancy|live with) (?:men|women|boys|girls|a man|a woman)|attracted to (?:men|women)",
      ),
      words(
        "(?:as|being) (?:a |the |the only |an? \\w+ )?(?:woman|man|female|male|girl|lady|gay|lesbian|trans\\w*)(?: \\w+){0,3}(?= in| on| among| person| engineer| do| how| would|\\?|,)",
      ),
      words(
        "(?:work(?:ing)?|report(?:ing)?|deal(?:ing)?|cope|coping|comfortable|led|managed|take orders)(?: \\w+){0,5} (?:for|with|to|by|under|in|among|from|on) (?:an? |the |only |mostly |all )*(?:women|men|female|male|woman|man|gay|lesbian|trans\\w*|all (?:male|female)|male dominated|female dominated)(?= |\\?|$)(?! (?:hours?))",
      ),
    ],
  },
  {
    id: "union",
    since: "2026-11-21",
    about: "Trade union membership, strikes, works council.",
    why: "Freedom of association covers applicants too.",
    patterns: [
      words(
        "(?:did|have|would|were|do) you (?:ever |also )?(?:take|taken|took|taking|be|been) (?:part in|involved in|on) (?:the|a|any|that|last year’s) (?:strike|industrial action|picket|walkout)(?:s)?",
      ),
      words(
        "(?:trade|labou?r|workers’?|staff|employees’?) unions?|(?:member of|belong(?:ed|ing)? to|join(?:ed|ing)?|support(?:ed|ing)?|part of|active in|involved (?:in|with)|pay(?:ing)? into|think of|feel about|represented by|hold with) (?:a |an |any |the |our |your |which |some )*unions?(?! (?:all|quer\\w*|clause|of|operator|types?|schema|distinct|find|statement|them|both|two|that|view|table|set|step))|are you (?:in|with) (?:a|the|any) union|your union(?! (?:all|query|clause|of|operator|view|table|step))",
      ),
      words(
        "union (?:members?(?:hip)?|cards?|reps?(?:resentatives?)?|activit(?:y|ies)|activists?|dues|officials?|organi[sz]ers?|organi[sz]ing|delegates?)",
      ),
      words(
        "unioni[sz](?:ed|ing|e|ation)|organi[sz]ed labou?r|collective bargaining|shop steward|works council",
      ),
      words(
        "(?:have|did|would|were|are) you (?:ever )?(?:been |gone |go )?(?:on strike|taken part in (?:a|any) strikes?|take part in (?:a|any) strikes?|strik(?:e|ed|ing)|join(?:ed)? (?:a|any|the) strikes?|walk(?:ed)? out)(?= |\\?|$)",
      ),
      words(
        "(?:views?|opinions?|feel|think|thoughts|attitude|stand) (?:on|of|about|towards?) (?:trade |labou?r )?(?:unions|strikes|industrial action)",
      ),
    ],
  },
  {
    id: "military",
    since: "2026-11-21",
    about: "Military or alternative service, discharge, reserve duty.",
    why: "Service, its kind and its ending are protected in several countries and tell age and origin as well.",
    patterns: [
      words(
        "military (?:rank|unit|career|training|branch|reserve|conscription)|what (?:was|is) your rank in",
      ),
      words(
        "(?:your|any|national|compulsory|alternative|in|did you do|have you done|do|done|complete[d]?) (?:\\w+ )?(?:military|civilian|national|community) (?:service|duty|background|record|history|status|discharge|obligations?)|military (?:service|discharge|record|status|obligations?|duty)",
      ),
      words(
        "(?:have|did|are|were|do) you (?:ever |currently |still )?(?:been |serve[d]? |serving |a |an |part of |in |member of |enlist(?:ed)? |fight |fought |belong )*(?:in |to |with )?(?:the |a |any |our )?(?:army|military|navy|air force|armed forces|marines?|reserves|reservist|national guard|veteran|soldier|conscript(?:ed)?|forces|infantry|coast guard)(?= |\\?|$)(?! (?:client|project|customer|contract|data))",
      ),
      words(
        "veteran status|dishonou?rabl[ye]|(?:type|kind|reason|circumstances) (?:of|for) (?:your )?(?:military )?discharge|why were you discharged|conscientious objector|drafted into|reserve duty",
      ),
    ],
  },
  {
    id: "criminal-record",
    since: "2026-11-21",
    about: "Arrests, convictions, police, jail.",
    why: "Arrests aren’t guilt, and many places forbid the question before an offer. Where law demands a check, it is done then.",
    patterns: [
      words(
        "(?:have|has|had|were|did|are|been) (?:you|a member of your family|anyone in your family) (?:ever |previously |currently )*(?:been |get |got |had |in )*(?:arrested|convicted|charged with|jailed|imprisoned|incarcerated|indicted|prosecuted|found guilty|in (?:jail|prison|trouble with)|to (?:jail|prison|court)|jail|prison|(?:any )?trouble with|detained|on parole|cautioned by|fingerprinted|sentenced|pleaded guilty|commit(?:ted)? a crime|broken the law|break the law|stolen)",
      ),
      words(
        "criminal (?:record|history|background|convictions?|offen[cs]es?|past|charges?|proceedings?|case)|police record|arrest record|arrests|felon(?:y|ies|s)?|misdemeanou?rs?|jail time|prison sentence|trouble with the (?:law|police)|(?:your|any|spent|unspent|prior|previous|past) convictions?(?! (?:about|that|on|in the))|your arrest|brush(?:es)? with the law",
      ),
    ],
  },
  {
    id: "money-and-home",
    since: "2026-11-21",
    about: "Past pay, debts, credit, where and how somebody lives, car, clubs.",
    why: "These stand in for origin, sex and age, and past pay carries old unfairness along. Say what the job pays instead.",
    patterns: [
      words(
        "(?:your|salary) (?:current |last |previous |present |past |prior |most recent |former |old )+(?:pay|salary|wages?|compensation|income|earnings|package|rate)|salary history|your (?:pay|salary|income|wages?) (?:history|now|today|at your|in your|before)|(?:how much|what) (?:do|did|are|were|have) you (?:\\w+ )?(?:earn(?:ing|ed)?(?! (?:the|your|their|its|trust|that|back|a place))|make a year|paid|making (?:a year|now|at)|make (?:now|at your|in your))(?= |\\?|$)|current (?:salary|compensation)|what (?:is|was) your (?:salary|pay|income)(?! expect)",
      ),
      words(
        "your (?:credit (?:score|rating|history|card debts?|report)|debts?(?! in the)|loans?|mortgage|bankruptcy|savings|financial (?:situation|circumstances|status|obligations))|(?:are|were|have|been) you (?:ever )?(?:been |gone |declared |filed for )*(?:in debt|bankrupt(?:cy)?)|wages garnished|(?:do you have|have you)(?: any| got)* debts?(?! in)",
      ),
      words(
        "(?:do|did) you (?:own|rent)(?: or (?:own|rent))? (?:your |a |the )?(?:own )?(?:home|house|flat|apartment|car|vehicle|property)|(?:own|rent)(?:er|ing)? or (?:own|rent)(?:er|ing)?(?: \\w+)? (?:home|house|flat|place)",
      ),
      words(
        "(?:what|which) (?:part of town|neighbou?rhood|district|suburb|area of (?:town|the city)|side of town) (?:do|did|are) you|where (?:exactly )?do you live|how (?:far|long)(?: \\w+)? (?:do you live from|is your (?:commute|home))|your home address|who do you live with",
      ),
      words(
        "(?:what|which|any) (?:social |private |sports |ethnic |religious )*(?:clubs?|societies|lodges|fraternit(?:y|ies)|sororit(?:y|ies)|associations) (?:do|did|are|have) you (?:belong|member|join|in|part|been)(?: to| of)?",
      ),
      words(
        "(?:your|a) (?:recent |passport )?(?:photo(?:graph)?|picture|headshot) of yourself|(?:attach|upload|send|enclose) (?:a |your )(?:recent |passport )?(?:photo(?:graph)?|headshot)",
      ),
    ],
  },
]

/** What a field of an application form may not ask for by its bare name, as forms do. */
export const UNLAWFUL_LABELS: readonly Rule[] = [
  {
    id: "label",
    since: "2026-11-21",
    about:
      "Form fields named after a protected characteristic: date of birth, sex, nationality, marital status, photograph and the like.",
    why: "A field asks with its bare name what a question would ask in a sentence.",
    patterns: [
      /^(?:your |full )?(?:age|date of birth|birth ?da(?:te|y)|year of birth|dob|sex|gender|title \(mrs?\b.*|salutation|nationality|citizenship|country of (?:birth|origin)|place of birth|birthplace|ethnic(?:ity| origin| background| group)|race|skin colou?r|religion|faith|denomination|marital status|family status|number of (?:children|dependants|dependents)|children|spouse.*|maiden name|disabilit(?:y|ies).*|health.*|sexual orientation|mother tongue|native language|first language|photo(?:graph)?|picture|height|weight|political .*|party membership|union membership|trade union.*|military (?:service|status|record).*|veteran status|criminal record|convictions?|arrests?.*|year of graduation|graduation (?:year|date)|current salary|salary history|blood (?:type|group))(?:\s*[:*?(].*)?$/i,
    ],
  },
]
