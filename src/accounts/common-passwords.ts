import { dictionary } from '@zxcvbn-ts/language-common'

/** How many of the commonest are also caught with a year or a mark hung on to satisfy composition rules. */
const stemsMax = 5_000

/**
 * Stems of passwords people make when a form asks for a capital and a mark, beside those of the list; the words of this
 * product and its field last. An agency pack adds its own (`password.words`). Listed in docs/security/authentication.md.
 */
const ownStems = [
  ...['spring', 'summer', 'autumn', 'fall', 'winter', 'january', 'february', 'march', 'april', 'may', 'june', 'july'],
  ...['august', 'september', 'october', 'november', 'december', 'monday', 'tuesday', 'wednesday', 'thursday'],
  ...['friday', 'saturday', 'sunday', 'welcome', 'changeme', 'letmein', 'password', 'passcode', 'qwerty', 'admin'],
  ...['secret', 'default', 'temporary', 'newpassword', 'mypassword', 'portolan', 'immigration', 'citizen', 'america'],
  ...['immigrant', 'citizenship', 'naturalization', 'greencard', 'passport', 'visa', 'asylum', 'account'],
]

/** What is hung on: marks, then a short run or a year, then marks (`!`, `1!`, `123!`, `@123`, `2024!`, `!!`). */
const ending = /[!@#$%&*?._-]{0,2}(?:(?:19|20)?\d{2}|1|123|1234|12345|123456|321)?[!@#$%&*?._-]{0,2}$/
const marks = /[!@#$%&*?._-]/g

const lookAlikes: Readonly<Record<string, string>> = {
  '@': 'a',
  4: 'a',
  3: 'e',
  0: 'o',
  $: 's',
  5: 's',
  1: 'i',
  '!': 'i',
}

const plain = (text: string): string => text.replace(/[@430$51!]/g, (mark) => lookAlikes[mark] ?? mark)

type List = { whole: ReadonlySet<string>; stems: ReadonlySet<string> }
let list: List | undefined

/** The list of common and breached passwords of zxcvbn, commonest first; unpacked with the first password. */
const loaded = (): List => {
  if (list) return list
  const commonest = dictionary['passwords-common'].map(String)
  list = { whole: new Set(commonest), stems: new Set([...commonest.slice(0, stemsMax), ...ownStems]) }
  return list
}

/**
 * Whether a password is common or breached: on the list as a whole, whatever its case, its marks (`Abcd1234!`) or its
 * look-alike characters (`P@ssw0rd`); or one of the commonest with an ending that composition rules provoke
 * (`Welcome2024!`).
 * @param password NFC, at most as long as passwords may be
 * @param words further stems, such as the agency's name (ASVS V6.2.11), in lower case
 */
export const isCommonPassword = (password: string, words: readonly string[] = []): boolean => {
  const { whole, stems } = loaded()
  const text = password.normalize('NFKC').toLowerCase()
  if ([text, plain(text), text.replace(marks, '')].some((form) => whole.has(form)) || isOneRun(text)) return true
  const stem = text.replace(ending, '')
  return stem.length >= 3 && [stem, plain(stem)].some((each) => stems.has(each) || words.includes(each))
}

/** One short piece over and over: `aaaaaaaa`, `Ab!Ab!Ab!`. */
const isOneRun = (text: string): boolean => /^(.{1,3}?)\1{2,}$/su.test(text)
