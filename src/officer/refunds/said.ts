const told = ['asked', 'agreed', 'declined', 'taken-back', 'not-possible', 'no-answer', 'decided-already', 'asked-by-you', 'too-much'] as const

/** What came of a press, as a code in the address: `?said=agreed`. */
export type Said = (typeof told)[number]

const good: readonly Said[] = ['asked', 'agreed', 'declined', 'taken-back']

export const isGood = (said: Said): boolean => good.includes(said)

/** Reads it back; what is not one of our codes is nothing. */
export const saidIn = ({ said }: Readonly<Record<string, string>>): Said | undefined => told.find((each) => each === said)
