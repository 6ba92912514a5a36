/**
 * Who may represent people: attorneys admitted in a state, possession, territory or commonwealth, or in the District of Columbia
 * (8 CFR 1.2), and representatives whom the Department of Justice accredited, for all of immigration law or for cases here alone
 * (8 CFR 1292.11).
 */
export const representatives = {
  certification: '2026-11',
  authorities: {
    attorney: [
      'AL', 'AK', 'AZ', 'AR', 'CA', 'CO', 'CT', 'DE', 'DC', 'FL', 'GA', 'HI', 'ID', 'IL', 'IN', 'IA', 'KS', 'KY', 'LA',
      'ME', 'MD', 'MA', 'MI', 'MN', 'MS', 'MO', 'MT', 'NE', 'NV', 'NH', 'NJ', 'NM', 'NY', 'NC', 'ND', 'OH', 'OK', 'OR',
      'PA', 'RI', 'SC', 'SD', 'TN', 'TX', 'UT', 'VT', 'VA', 'WA', 'WV', 'WI', 'WY', 'AS', 'GU', 'MP', 'PR', 'VI',
    ],
    accredited: ['doj-full', 'doj-partial'],
  },
  remindDaysBefore: [60, 14],
} as const
