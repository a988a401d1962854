import type { Stretch } from "./names.ts"

/**
 * Where a résumé tells who somebody is beyond their name. Every pattern is bounded, so that no text takes long; each
 * prefers leaving a doubtful number alone (a load of “12 000 000 rows” is no telephone).
 */

// A word's edge in any script; \b knows only ASCII.
const EDGE = "(?<![\\p{L}\\p{N}])"
const STOP = "(?![\\p{L}\\p{N}])"
const VALUE = "[ \\t\\u00a0]*[:：–-][ \\t\\u00a0]*([^\\n\\r|;•]{1,120})"

const EMAILS = [
  /[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu,
  /[\p{L}\p{N}._%+-]{1,64} ?[[({<] ?(?:at|@) ?[\])}>] ?[\p{L}\p{N}-]{1,63}(?:(?: ?[[({<] ?(?:dot|\.) ?[\])}>] ?|\.)[\p{L}\p{N}-]{1,63}){1,5}/giu,
]

export const findEmails = (text: string): Stretch[] => EMAILS.flatMap((pattern) => whole(text, pattern))

const SITES =
  "linkedin|github|gitlab|bitbucket|twitter|x|facebook|instagram|medium|kaggle|xing|stackoverflow|orcid|researchgate|youtube|behance|dribbble|hackerrank|leetcode|t|about|linktr"
const LINKS = [
  /(?:https?|ftp):\/\/[^\s<>"')\]]{1,2000}/giu,
  new RegExp(`${EDGE}www\\.[^\\s<>"')\\]]{1,2000}`, "giu"),
  new RegExp(
    `${EDGE}(?:[\\p{L}\\p{N}-]{1,63}\\.)?(?:${SITES})\\.(?:com|org|net|io|de|me|ee)\\/[^\\s<>"')\\]]{1,500}`,
    "giu",
  ),
  new RegExp(`${EDGE}[\\p{L}\\p{N}-]{1,63}\\.(?:github|gitlab)\\.io(?:\\/[^\\s<>"')\\]]{0,500})?`, "giu"),
]
const HANDLE = new RegExp(
  `${EDGE}(?:linkedin|github|gitlab|twitter|mastodon|bluesky|skype|telegram|instagram|kaggle|handle)[ \\t]*[:：][ \\t]*(@?[\\p{L}\\p{N}._-]{2,64})`,
  "giu",
)

/** Links, profiles and labelled handles. The full stop that ends a sentence isn't part of a link. */
export function findLinks(text: string): Stretch[] {
  const links = LINKS.flatMap((pattern) => whole(text, pattern)).map(({ start, end }) => {
    const trailing = /[.,;:!?]+$/u.exec(text.slice(start, end))?.[0].length ?? 0
    return { start, end: end - trailing }
  })
  return [...links, ...groups(text, HANDLE)]
}

const PHONES = [
  /(?<![\p{L}\p{N}])(?:\+|00)[1-9](?:[ \t\u00a0().\-/]{0,3}\d){6,13}(?!\d)/gu,
  /(?<![\d.,])\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?!\d)/gu,
  /(?<![\d.,/-])\(?0[1-9](?:[ \t\u00a0().\-/]{0,2}\d){7,10}(?!\d)/gu,
]
const LABELLED_PHONE = new RegExp(
  `${EDGE}(?:tel|telephone|phone|mobile|cell|fax|telefon|telefoon|mobil|handy|gsm|móvil|teléfono|téléphone|telefono)\\.?[ \\t]*[:：]?[ \\t]*([+(]?\\d[\\d \\t\\u00a0().\\-/]{5,20}\\d)`,
  "giu",
)
const DATED = /(?:^|\D)\d{1,2}[/.-](?:19|20)\d{2}(?:\D|$)/u

/** Telephone numbers by their shape or label, and the applicant's own number however it is grouped. */
export function findPhones(text: string, own: string): Stretch[] {
  const shaped = PHONES.flatMap((pattern) => whole(text, pattern)).filter(
    ({ start, end }) => !DATED.test(text.slice(start, end)),
  )
  const tail = own.replace(/\D/gu, "").slice(-8)
  const same = tail.length < 7 ? [] : whole(text, /\(?\+?\d(?:[ \t\u00a0().\-/]{0,3}\d){5,16}/gu)
  const known = same.filter(({ start, end }) => text.slice(start, end).replace(/\D/gu, "").endsWith(tail))
  return [...known, ...groups(text, LABELLED_PHONE), ...shaped]
}

const BIRTH_LABELS =
  "date of birth|birth ?date|birthday|d\\.?o\\.?b\\.?|born|age|geburtsdatum|geboren|alter|geboortedatum|leeftijd|date de naissance|âge|fecha de nacimiento|edad|data di nascita|età|data nașterii|data nasterii|vârsta|place of birth|birthplace|geburtsort|geboorteplaats|lieu de naissance|lugar de nacimiento"
const BIRTH = [
  new RegExp(`${EDGE}(?:${BIRTH_LABELS})${VALUE}`, "giu"),
  // “born 4 May 1990”, “né le 04.05.1990”
  new RegExp(
    `${EDGE}(?:born|geboren|née?|nato|nata|nacid[oa])[ \\t]+(?:on|in|am|op|le|il|el)?[ \\t]*((?:\\d|\\p{Lu})[^\\n\\r|;•(){}]{0,30}?(?:19|20)\\d{2}|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4})`,
    "giu",
  ),
  new RegExp(`${EDGE}(?:aged?)[ \\t]+(\\d{2})${STOP}`, "giu"),
  new RegExp(`${EDGE}([1-9]\\d[ -]years?[ -]old)${STOP}`, "giu"),
]

/** Dates and places of birth, and ages. The label stays, the value goes. */
export const findBirth = (text: string): Stretch[] => BIRTH.flatMap((pattern) => groups(text, pattern))

const PERSONAL_LABELS =
  "marital status|civil status|family status|relationship status|children|gender|sex|pronouns|nationality|citizenship|ethnicity|ethnic origin|race|religion|religious affiliation|political affiliation|sexual orientation|disability|military service|familienstand|geschlecht|staatsangehörigkeit|nationalität|konfession|kinder|burgerlijke staat|geslacht|nationaliteit|situation familiale|état civil|sexe|nationalité|estado civil|sexo|género|nacionalidad|stato civile|sesso|nazionalità|cittadinanza|stare civilă|stare civila|naționalitate|nationalitate|cetățenie|cetatenie"
const PERSONAL = [
  new RegExp(`${EDGE}(?:${PERSONAL_LABELS})${VALUE}`, "giu"),
  new RegExp(
    `${EDGE}((?:happily )?(?:married|divorced|widowed)(?:,? (?:with|and|to) [^\\n\\r.;|•]{1,40})?)${STOP}`,
    "giu",
  ),
  new RegExp(
    `${EDGE}((?:mother|father|parent) of (?:\\d|a|one|two|three|four|five|six)[^\\n\\r.;|•]{0,20})${STOP}`,
    "giu",
  ),
]

/** Marital status, gender, nationality and their like, as labelled values or in the usual phrases. */
export const findPersonal = (text: string): Stretch[] => PERSONAL.flatMap((pattern) => groups(text, pattern))

const ADDRESS_LABEL = new RegExp(
  `${EDGE}(?<!(?:ip|mail|mac|web|memory|network)[ -])(?:(?:home |postal |street )?address|adresse|anschrift|wohnort|woonplaats|adres|domicilio|dirección|indirizzo|adresă|adresa)${VALUE}`,
  "giu",
)
const CAPITALS = "\\p{Lu}[\\p{L}'’.-]{1,30}"
const ADDRESSES = [
  new RegExp(
    `${EDGE}\\d{1,5}[A-Za-z]?,? (?:${CAPITALS} ){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Boulevard|Blvd|Drive|Court|Square|Terrace|Crescent|Close|Place|Parkway)${STOP}\\.?`,
    "gu",
  ),
  new RegExp(
    `${EDGE}\\p{Lu}[\\p{L}-]{0,30}(?:straße|strasse|straat|laan|weg|plein|gracht|kade|gasse|allee|platz|dijk|singel|str\\.)[ ]?\\d{1,4}[ -]?[A-Za-z]?${STOP}`,
    "gu",
  ),
  new RegExp(
    `${EDGE}\\d{1,4}(?: ?bis)?,? (?:rue|avenue|boulevard|place|chemin|allée|quai) (?:(?:de|du|des|la|le|les) |[dl]['’]){0,3}${CAPITALS}(?: ${CAPITALS}){0,2}`,
    "gu",
  ),
  new RegExp(
    `${EDGE}(?:Calle|Avenida|Via|Viale|Piazza|Strada|Str\\.|Bulevardul|Bd\\.|ul\\.|Rua) (?:[\\p{L}'’.-]{1,30} ){0,3}[\\p{L}'’.-]{1,30},? (?:nr\\.? ?|n[°º] ?)?\\d{1,4}[A-Za-z]?${STOP}`,
    "gu",
  ),
  /(?<![\p{L}\p{N}])[A-PR-UWYZ][A-HK-Y]?\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])[ABCEGHJ-NPRSTVXY]\d[A-Z] \d[A-Z]\d(?![\p{L}\p{N}])/gu,
  /(?<=, [A-Z]{2} )\d{5}(?:-\d{4})?(?!\d)/gu,
  /(?<![\p{L}\p{N}])(?:D|A|CH|F|B|L|RO)-\d{4,6}(?![\p{L}\p{N}])/gu,
]
// 1012 AB Amsterdam is a postcode; 2021 ML, 1500 GB and 4000 EU are not.
const DUTCH = /(?<![\p{L}\p{N}.,])[1-9]\d{3} ?[A-Z]{2}(?=[ \t]+\p{Lu}|[ \t]*(?:,|$))/gmu
const NOT_DUTCH =
  /^(?:19|20)\d{2}|(?:AI|AM|BI|CD|CI|DB|EU|GB|HR|ID|IO|IT|KB|MB|ML|OK|OS|PB|PM|PR|QA|SA|SD|SS|TB|UI|UK|US|UX|VM)$/u

/** Street addresses and postcodes where their shape is safe to tell. Names of towns alone stay. */
export function findAddresses(text: string): Stretch[] {
  const dutch = whole(text, DUTCH).filter(({ start, end }) => !NOT_DUTCH.test(text.slice(start, end)))
  return [...groups(text, ADDRESS_LABEL), ...ADDRESSES.flatMap((pattern) => whole(text, pattern)), ...dutch]
}

const EDUCATION =
  /\b(?:b\.?sc|m\.?sc|b\.?a|m\.?a|b\.?eng|m\.?eng|ph\.?d|mba|bachelor|master|doctorate|diploma|degree|graduat(?:ed|ion)|universit(?:y|ät|é|eit)|college|school|abitur|high school)/iu

/** Years on lines that speak of a degree or a school: they tell an age. */
export function findGraduationYears(text: string): Stretch[] {
  return whole(text, /[^\n\r]+/gu)
    .filter(({ start, end }) => EDUCATION.test(text.slice(start, end)))
    .flatMap((line) =>
      whole(text.slice(line.start, line.end), /(?<!\d)(?:19|20)\d{2}(?!\d)/gu).map((year) => ({
        start: line.start + year.start,
        end: line.start + year.end,
      })),
    )
}

/** All matches of a pattern, whole. */
export function whole(text: string, pattern: RegExp): Stretch[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** All matches, of each its first group only (always its last part but for what must follow), without blank ends. */
function groups(text: string, pattern: RegExp): Stretch[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const value = match[1] ?? ""
    const start = match.index + match[0].lastIndexOf(value) + (value.length - value.trimStart().length)
    const length = value.trim().length
    return length === 0 ? [] : [{ start, end: start + length }]
  })
}
