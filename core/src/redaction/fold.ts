/** Text made comparable: lower case, without accents and invisible characters, with the way back to the original. */
export interface Folded {
  text: string
  /** For each UTF-16 unit of the folded text, where the character it came from starts and ends in the original. */
  starts: number[]
  ends: number[]
}

/** Letters that Unicode doesn't decompose, as most people type them without a key for them. */
const PLAIN: Record<string, string> = {
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ı: "i",
  ħ: "h",
}

/** Folds a text character by character; marks and invisible characters join the character before them. */
export function fold(text: string): Folded {
  let folded = ""
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  for (const character of text) {
    const end = at + character.length
    const plain = foldCharacter(character)
    if (plain === "" && ends.length > 0) ends[ends.length - 1] = end
    for (let unit = 0; unit < plain.length; unit += 1) {
      starts.push(at)
      ends.push(end)
    }
    folded += plain
    at = end
  }
  return { text: folded, starts, ends }
}

function foldCharacter(character: string): string {
  const bare = character
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}]/gu, "")
    .toLowerCase()
  // Lower case may bring a mark back (İ becomes i and a dot).
  const letters = bare.replace(/\p{M}/gu, "")
  return PLAIN[letters] ?? letters
}

/** The spellings a folded name part may have: ü is written u or ue, å a or aa, and the other way round. */
export function spellings(part: string): string[] {
  const lower = part.normalize("NFC").toLowerCase()
  const long = lower.replace(/[äöüøå]/gu, (letter) => LONG[letter] ?? letter)
  const plain = fold(part).text
  const short = plain.replace(/ae|oe|ue/gu, (pair) => pair.charAt(0)).replace(/aa/gu, "a")
  return [...new Set([plain, fold(long).text, short])]
}

const LONG: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", ø: "oe", å: "aa" }
