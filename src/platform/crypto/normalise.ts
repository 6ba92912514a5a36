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

/**
 * The answer to a reset question: compatible characters one (NFKC), case folded, everything but letters, marks and
 * digits one space. `undefined` when nothing is left: such an answer is refused, it would match every other such.
 */
export const normalAnswer = (answer: string): string | undefined =>
  answer.normalize('NFKC').toLowerCase().normalize('NFKC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim() || undefined
