const good = ['protected', 'safe-place', 'asked', 'lifted', 'declined', 'sent', 'dropped'] as const
const told = [...good, 'asked-by-you', 'decided-already', 'not-possible'] as const

/** What came of a press, as a code in the address. */
export type Said = (typeof told)[number]

export const isGood = (said: Said): boolean => good.some((each) => each === said)

export const saidIn = ({ said }: Readonly<Record<string, string>>): Said | undefined => told.find((each) => each === said)
