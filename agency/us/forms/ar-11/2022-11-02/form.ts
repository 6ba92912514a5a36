import type { FormDefinition } from '../../../../../src/filing/definition/definition.ts'
import { aboutYou } from './about-you.ts'
import { addresses } from './addresses.ts'
import { eligibility } from './eligibility.ts'
import { rules } from './rules.ts'
import { scenarios } from './scenarios.ts'
import { signature } from './signature.ts'

/**
 * Form AR-11, Alien's Change of Address Card, edition 11/02/22 (OMB 1615-0007). Its items have no numbers: they are
 * named here by the headings of the form. They agree with three independent transcriptions of that edition; earlier
 * editions also asked for the status and the country of citizenship, which this one no longer does.
 * Nothing is paid and nothing is attached. Not checked against the agency's own PDF: the words of page 2.
 * Asked beyond the boxes, so that an empty one is not a forgotten one: whether there was an address before, whether mail
 * goes elsewhere, and who signs (for a child under 14 a parent or guardian reports: INA 265(c)).
 */
export const form = {
  form: 'ar-11',
  edition: '2022-11-02',
  parts: [aboutYou, addresses, signature],
  rules,
  evidence: [],
  fees: [],
  eligibility,
  scenarios,
} as const satisfies FormDefinition
