import type { Condition, EvidenceRule } from '../../../../../src/filing/definition/definition.ts'
import { categoryIs, groupIs, isFirst, isRenewal } from './categories.ts'

const instructions = 'Instructions for Form I-765, edition 08/21/25, required documentation'

const needed = (id: string, when: Condition, cite = instructions, filesMax = 6): EvidenceRule => ({
  id,
  required: true,
  filesMax,
  cite,
  when,
})

const welcome = (id: string, when: Condition, filesMax = 6): EvidenceRule => ({ id, required: false, filesMax, when })

const cause = (...causes: readonly string[]): Condition => ({ answer: 'replacementCause', in: causes })
const students = ['c-3-a', 'c-3-b', 'c-3-c', 'c-3-ii', 'c-3-iii', 'c-6'] as const

/** The status itself is what these categories rest on, and it is on the record of arrival. */
const restsOnArrival: Condition = {
  any: [
    groupIs('student-or-exchange', 'family-of-worker', 'worker', 'family-of-citizen-or-resident', 'official-or-family'),
    categoryIs('c-11', 'c-34', 'a-4', 'a-8'),
  ],
}

const forEveryone: readonly EvidenceRule[] = [
  { id: 'photo', required: true, filesMax: 1, cite: instructions },
  needed('last-card', { any: [isRenewal, cause('damaged', 'details-changed', 'agency-error')] }),
  welcome('lost-card-copy', cause('lost'), 4),
  needed('identity-document', { any: [isFirst, cause('lost')] }),
  needed('arrival-record', restsOnArrival),
  // Those with a pending Form I-485 need not show it.
  welcome('arrival-record-if-any', { not: { any: [restsOnArrival, categoryIs('c-9')] } }),
  welcome('other-names', { answered: 'otherNames' }),
  needed('legal-change', cause('details-changed')),
]

const forTheCategory: readonly EvidenceRule[] = [
  needed('refugee-papers', categoryIs('a-3', 'a-4'), '8 CFR 274a.12(a)(3) and (4)'),
  needed('asylum-grant', categoryIs('a-5'), '8 CFR 274a.12(a)(5)'),
  needed('withholding-order', categoryIs('a-10'), '8 CFR 274a.12(a)(10)'),
  needed('asylum-application', categoryIs('c-8'), '8 CFR 208.7(a) and 274a.12(c)(8)', 10),
  needed('residence-application', categoryIs('c-9'), '8 CFR 274a.12(c)(9)'),
  needed('relief-application', categoryIs('c-10', 'c-16'), '8 CFR 274a.12(c)(10) and (16)', 10),
  needed('protected-status-papers', categoryIs('a-12', 'c-19'), '8 CFR 244.10, 274a.12(a)(12) and (c)(19)'),
  needed('parole-record', categoryIs('c-11', 'c-34'), '8 CFR 274a.12(c)(11) and (34)'),
  needed('deferred-action-notice', categoryIs('c-14'), '8 CFR 274a.12(c)(14)'),
  needed('childhood-arrivals-request', categoryIs('c-33'), '8 CFR 236.23 and 274a.12(c)(33)'),
  needed('supervision-order', categoryIs('c-18'), '8 CFR 274a.12(c)(18)'),
  welcome('economic-need-proof', categoryIs('c-14', 'c-18', 'c-33'), 10),
  needed('school-form', categoryIs(...students), '8 CFR 214.2(f)(11) and (m)(14)'),
  needed('degree-copy', categoryIs('c-3-c'), '8 CFR 214.2(f)(10)(ii)(C)'),
  needed('organization-certification', categoryIs('c-3-ii'), '8 CFR 214.2(f)(9)(iii)'),
  needed('hardship-proof', categoryIs('c-3-iii'), '8 CFR 214.2(f)(9)(ii)(F)', 10),
  needed('exchange-papers', categoryIs('c-5'), '8 CFR 214.2(j)(1)(v)'),
  needed('reason-for-work', categoryIs('c-5'), '8 CFR 214.2(j)(1)(v)(A)'),
  needed('family-proof', categoryIs('c-26', 'a-17', 'a-18', 'c-12', 'c-36'), '8 CFR 214.2(h)(9)(iv), 274a.12'),
  needed('spouse-status', categoryIs('c-26', 'a-17', 'a-18', 'c-12'), '8 CFR 214.2(h)(9)(iv), 274a.12'),
  needed('spouse-petition-papers', categoryIs('c-26'), '8 CFR 214.2(h)(9)(iv)'),
  needed('approved-petition', categoryIs('c-35', 'c-36'), '8 CFR 204.5(p)'),
  needed('compelling-circumstances', categoryIs('c-35'), '8 CFR 204.5(p)(1)', 10),
  needed('relative-permit', categoryIs('c-36'), '8 CFR 204.5(p)(2)'),
  needed('employer-statement', categoryIs('c-17-i', 'c-17-ii', 'c-17-iii'), '8 CFR 274a.12(c)(17)'),
  needed('endorsed-request', categoryIs('c-1', 'c-2', 'c-4', 'c-7'), '8 CFR 214.2(a), 214.2(g), 214.2(s)'),
  needed('victim-status', groupIs('victim'), '8 CFR 274a.12(a)(16), (19), (20), (c)(25) and (31)'),
  needed(
    'category-proof',
    {
      any: [
        groupIs('family-of-citizen-or-resident'),
        categoryIs('a-7', 'a-8', 'a-11'),
        { answer: 'categoryGroup', is: 'other' },
      ],
    },
    '8 CFR 274a.13(a)',
  ),
]

/** Documents asked for, by the reason, the category and the answers. */
export const evidence: readonly EvidenceRule[] = [
  ...forEveryone,
  ...forTheCategory,
  needed(
    'court-records',
    {
      any: [
        { answer: 'arrestedAsylum', is: 'yes' },
        { answer: 'arrestedCompelling', is: 'yes' },
      ],
    },
    'Notes at Part 2, Items 30 and 31.b',
    10,
  ),
  needed('signer-papers', { answer: 'whoSigns', in: ['parent', 'guardian'] }, '8 CFR 103.2(a)(2)'),
  { id: 'other-document', required: false, filesMax: 10 },
]
