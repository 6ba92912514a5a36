/**
 * What a value looks like before it is hashed: two ways of writing one thing become one text. Each takes what a parser
 * has already accepted and throws nothing.
 */

/**
 * An email address: NFC, no white space around, lower case throughout. Dots and `+tags` stay, because only the
 * mailbox's owner's provider knows what they mean.
 */
export const normalEmail = (email: string): string => email.normalize('NFC').trim().toLowerCase()

/** A phone number that is already E.164 (`+12025550123`): separators dropped, the plus kept. */
export const normalPhone = (phone: string): string => `+${phone.normalize('NFKC').replace(/[^0-9]/g, '')}`

/** An identifier made of digits, with or without a letter before them (`A012-345-678` → `012345678`). */
export const normalDigits = (text: string): string => text.normalize('NFKC').replace(/[^0-9]/g, '')

/** A calendar day as ISO 8601. */
export const normalDay = (day: Temporal.PlainDate): string => day.toString({ calendarName: 'never' })

/** Case folding by way of the capitals, which makes ß and SS, ς and σ one. */
const foldCase = (text: string): string => text.toUpperCase().toLowerCase()

/**
 * The answer to a reset question: compatible characters one (NFKC), everything but letters, marks and digits one space,
 * case folded. `undefined` when nothing is left: such an answer is refused, it would match every other such.
 */
export const normalAnswer = (answer: string): string | undefined => {
  const words = answer
    .normalize('NFKC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
  return foldCase(words).normalize('NFKC') || undefined
}
