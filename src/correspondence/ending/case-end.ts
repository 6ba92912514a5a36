/** How a case ends, and what is still open on it with it: its person takes it back, or the office decides or closes it. */
export const caseEnds = ['withdrawal', 'decision', 'closing'] as const
export type CaseEnd = (typeof caseEnds)[number]

/** Why an appointment was cancelled that ended with its case: words of the agency pack, and none that an officer chooses. */
export const cancelledWith = (end: CaseEnd): string => `case-${end}`
