import type { FormDefinition } from '../../../../../src/filing/definition/definition.ts'
import { interpreter, preparer } from '../../../helpers.ts'
import { eligibility } from './eligibility.ts'
import { evidence } from './evidence.ts'
import { feeRules } from './fee-rules.ts'
import { part1 } from './part-1.ts'
import { part2 } from './part-2.ts'
import { part2Arrival } from './part-2-arrival.ts'
import { part3 } from './part-3.ts'
import { part4 } from './part-4.ts'
import { part5 } from './part-5.ts'
import { part6 } from './part-6.ts'
import { rules } from './rules.ts'
import { scenarios } from './scenarios.ts'

/**
 * Form I-765, Application for Employment Authorization, edition 08/21/25 (OMB 1615-0040).
 * A later edition, 09/15/26, was announced and is not accepted: a court postponed the rule it belongs to on 2026-09-14
 * (Presidents' Alliance v. DHS, D. Mass. 26-cv-13799), and the agency says that it goes on with 08/21/25.
 * Item numbers agree with two independent transcriptions of this edition. Earlier editions asked, in Part 2, for a
 * Social Security card, with the parents' names and a consent; this edition no longer does, so those are not asked.
 * Not checked against the agency's own PDF: the wording of the boxes for the agency and the representative on page 1,
 * the item numbers of the worksheet (Form I-765WS), and which initial evidence each of the rarer categories needs.
 * The instructions ask for two printed photos; one picture is asked for here.
 * Asked beyond the numbered items, each for a note, a fee or a signature: what a replacement is for, what the permission
 * rests on (it leads to the category), how the fee of a pending Form I-485 was paid, how many citizenships, and who
 * signs. Form I-765WS, which (c)(14) and (c)(33) must add, is asked within the form.
 */
export const form = {
  form: 'i-765',
  edition: '2025-08-21',
  parts: [part1, part2, part2Arrival, part3, part4, part5, part6],
  helpers: [interpreter, preparer],
  rules,
  evidence,
  fees: feeRules,
  eligibility,
  scenarios,
} as const satisfies FormDefinition
