import type { FormDefinition } from '../../../../../src/filing/definition/definition.ts'
import { interpreter, preparer } from '../../../helpers.ts'
import { eligibility } from './eligibility.ts'
import { evidence } from './evidence.ts'
import { part1 } from './part-1.ts'
import { part2 } from './part-2.ts'
import { part3 } from './part-3.ts'
import { part4 } from './part-4.ts'
import { part5 } from './part-5.ts'
import { part6 } from './part-6.ts'
import { part7 } from './part-7.ts'
import { part8 } from './part-8.ts'
import { isLateFor14, reasonIs } from './reasons.ts'
import { rules } from './rules.ts'
import { scenarios } from './scenarios.ts'

/**
 * Form I-90, Application to Replace Permanent Resident Card, edition 01/20/25 (OMB 1615-0082).
 * Item numbers of Parts 1 to 8 agree with three independent transcriptions of that edition. Not checked against the
 * agency's own PDF: the printed order of the race boxes, and the exact list of initial evidence for reasons 2.h to 2.j.
 * Asked beyond the numbered items, each for a note of the form: whether conditional status ends within 90 days,
 * whether the person lives at the mailing address, and whether residence was granted by visa or by adjustment.
 */
export const form = {
  form: 'i-90',
  edition: '2025-01-20',
  parts: [part2, part1, part3, part4, part5, part6, part7, part8],
  helpers: [interpreter, preparer],
  rules,
  evidence,
  fees: [
    {
      // No fee: 8 CFR 106.2(a)(1). The age-14 exemption is for those who register in time (8 CFR 264.1(g)).
      code: 'i-90-filing',
      when: {
        not: {
          any: [
            reasonIs('never-received', 'agency-error'),
            { all: [{ answer: 'reason', is: 'age-14-expires-after-16' }, { not: isLateFor14 }] },
          ],
        },
      },
    },
  ],
  eligibility,
  scenarios,
} as const satisfies FormDefinition
