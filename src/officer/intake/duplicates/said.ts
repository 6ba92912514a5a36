const told = ['asked', 'decided', 'put-back', 'decided-already', 'with-a-colleague', 'for-a-supervisor', 'not-yours'] as const

/** What came of a press, as a code in the address: `?said=decided`. */
export type Said = (typeof told)[number]

export const isGood = (said: Said): boolean => said === 'asked' || said === 'decided' || said === 'put-back'

/** Reads it back; what is not one of our codes is nothing. */
export const saidIn = ({ said }: Readonly<Record<string, string>>): Said | undefined => told.find((each) => each === said)
