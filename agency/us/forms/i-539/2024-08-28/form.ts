import type { FormDefinition } from '../../../../../src/filing/definition/definition.ts'
import { interpreter, preparer } from '../../../helpers.ts'
import { coApplicants } from './co-applicants.ts'
import { eligibility } from './eligibility.ts'
import { evidence } from './evidence.ts'
import { feeRules } from './fee-rules.ts'
import { part1 } from './part-1.ts'
import { part2 } from './part-2.ts'
import { part3 } from './part-3.ts'
import { part4 } from './part-4.ts'
import { part5 } from './part-5.ts'
import { part6 } from './part-6.ts'
import { part7 } from './part-7.ts'
import { part8 } from './part-8.ts'
import { rules } from './rules.ts'
import { scenarios } from './scenarios.ts'

/**
 * Form I-539, Application to Extend/Change Nonimmigrant Status, with Form I-539A for each member of the family, both of
 * edition 08/28/24 (OMB 1615-0003). Items agree with two independent transcriptions of this edition, but for these:
 * - Part 4, Items 12 (a violation of status) and 13 (removal proceedings): one transcription has them the other way round.
 *   The order here is that of the other one and of the field names of Form I-539A.
 * - Parts 6 and 7 have no address and no statement of the preparer's standing; their item numbers follow from the order
 *   of the fields. So do the numbers of Parts 4 to 7 of Form I-539A.
 * Not checked against the agency's own PDF: the fields for the agency and the representative on page 1, the words of the
 * certifications, the list of statuses on the form (here grouped, with “other” for the rest), and whether a later edition
 * is out. Whether the rule proposed in August 2025, that ends admission for the duration of status, is in force could not
 * be checked either: both ways of answering are taken.
 * Asked beyond the numbered items: why it is late, whether work was permitted, the two years at home after an exchange
 * program, how a member of the family is related, who reads to them and who signs.
 * One interpreter and one preparer are asked for, who also help those on Form I-539A.
 */
export const form = {
  form: 'i-539',
  edition: '2024-08-28',
  parts: [part2, part3, part1, coApplicants, part4, part5, part6, part7, part8],
  derived: [{ id: 'familyCount', at: 'coApplicants', count: 'coApplicants' }],
  helpers: [interpreter, preparer],
  rules,
  evidence,
  fees: feeRules,
  eligibility,
  scenarios,
} as const satisfies FormDefinition
