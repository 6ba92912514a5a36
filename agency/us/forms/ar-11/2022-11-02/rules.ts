import type { Rule } from '../../../../../src/filing/definition/definition.ts'

/** What the answers may not say together. Nothing blocks: a report that comes is better than one that does not. */
export const rules = [
  {
    id: 'same-address-as-before',
    level: 'warning',
    at: 'previousAddress',
    cite: '8 CFR 265.1',
    when: { answer: 'previousAddress', sameAs: 'presentAddress' },
  },
  {
    id: 'mail-goes-home',
    level: 'warning',
    at: 'mailingAddress',
    cite: 'Mailing address (optional)',
    when: { answer: 'mailingAddress', sameAs: 'presentAddress' },
  },
  {
    id: 'parent-signs-for-grown-child',
    level: 'warning',
    at: 'whoSigns',
    cite: 'INA 265(c); 8 CFR 103.2(a)(2)',
    when: {
      all: [
        { answer: 'whoSigns', is: 'parent' },
        { answer: 'dateOfBirth', before: { from: 'today', plus: '-P14Y' } },
      ],
    },
  },
  {
    id: 'signer-is-applicant',
    level: 'warning',
    at: 'signerFamilyName',
    cite: 'INA 265(c); 8 CFR 103.2(a)(2)',
    when: {
      all: [
        { answer: 'signerFamilyName', sameAs: 'familyName' },
        { answer: 'signerGivenName', sameAs: 'givenName' },
      ],
    },
  },
] as const satisfies readonly Rule[]
