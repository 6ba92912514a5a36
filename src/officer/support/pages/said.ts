/** What the page of a request says after something was done about it. */
const everySaid = [
  'answered',
  'sent-again',
  'recovery-cancelled',
  'identity-recorded',
  'identity-confirmed',
  'closed',
  'protected',
  'no-reason',
  'choose',
  'not-possible',
  'recorded-by-you',
] as const
export type Said = (typeof everySaid)[number]

export const isSaid = (text: string | undefined): text is Said => everySaid.some((said) => said === text)
