const good = ['approved', 'proposed', 'made', 'returned', 'taken-back'] as const
const told = [...good, 'overtaken', 'decided-already', 'proposed-by-you', 'no-answer', 'not-possible'] as const

/** What came of a press, as a code in the address: `?said=made`. */
export type Said = (typeof told)[number]

export const isGood = (said: Said): boolean => good.some((each) => each === said)

export const saidIn = ({ said }: Readonly<Record<string, string>>): Said | undefined => told.find((each) => each === said)
