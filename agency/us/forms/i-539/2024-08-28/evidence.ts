import type { Condition, EvidenceRule } from '../../../../../src/filing/definition/definition.ts'
import {
  asksFor,
  asVictim,
  isChange,
  isExtension,
  isLate,
  isReinstatement,
  official,
  studentFamilies,
  visitors,
  withFamily,
  workerFamilies,
} from './statuses.ts'

const instructions = 'Instructions for Form I-539, edition 08/28/24'

const needed = (id: string, when: Condition, cite = instructions, filesMax = 6): EvidenceRule => ({
  id,
  required: true,
  filesMax,
  cite,
  when,
})

const isYes = (answer: string): Condition => ({ answer, is: 'yes' })
const ofAnybody = (own: string, theirs: string): Condition => ({
  any: [isYes(own), { some: 'coApplicants', where: isYes(theirs) }],
})
const student: Condition = { any: [isReinstatement, asksFor('f-1', 'm-1')] }
const families = [...workerFamilies, ...studentFamilies]

/** Documents asked for, by the status and the answers. */
export const evidence: readonly EvidenceRule[] = [
  { id: 'arrival-record', required: true, filesMax: 20, cite: instructions },
  { id: 'passport-copy', required: false, filesMax: 20, cite: '8 CFR 214.1(a)(3)(i)' },
  needed('visitor-statement', asksFor(...visitors)),
  needed('school-form', { any: [student, asksFor('f-2', 'm-2')] }, '8 CFR 214.2(f) and (m)'),
  needed('exchange-form', asksFor('j-1', 'j-2'), '8 CFR 214.2(j)'),
  needed('reinstatement-proof', isReinstatement, '8 CFR 214.2(f)(16) and (m)(16)', 10),
  needed('longer-study-reason', { all: [isExtension, asksFor('m-1')] }, '8 CFR 214.2(m)(10)'),
  needed(
    'support-proof',
    {
      any: [
        student,
        asksFor(...visitors),
        { answer: 'employed', is: 'no' },
        { some: 'coApplicants', where: { answer: 'coEmployed', is: 'no' } },
      ],
    },
    'Part 4, Item 14; Form I-539A, Part 3, Item 17',
    20,
  ),
  needed('principal-status', asksFor(...families), instructions, 10),
  needed('relationship', { any: [withFamily, asksFor(...families)] }, instructions, 20),
  needed('diplomatic-request', asksFor(...official), '8 CFR 214.2(a) and (g); Form I-566'),
  needed('household-contract', asksFor('a-3', 'g-5')),
  needed('media-letter', asksFor('i'), '8 CFR 214.2(i)'),
  needed('victim-extension', asVictim, '8 CFR 214.11(l) and 214.14(g)', 10),
  needed('relative-petition', asksFor('v'), '8 CFR 214.15'),
  needed('medical-exam', { all: [isChange, asksFor('v')] }, '8 CFR 214.15(f); Form I-693'),
  needed('late-proof', { any: [isLate, { some: 'coApplicants', where: { all: [{ answer: 'coStatusExpires', before: 'today' }, { not: isReinstatement }] } }] }, '8 CFR 214.1(c)(4) and 248.1(b)', 10),
  needed('court-records', ofAnybody('arrested', 'coArrested'), 'Part 4, Item 6', 10),
  { id: 'removal-papers', required: false, filesMax: 10, when: ofAnybody('inRemoval', 'coInRemoval') },
  needed('exchange-history', ofAnybody('exchangeVisitor', 'coExchangeVisitor'), 'Part 4, Item 15'),
  needed('residence-waiver', { answer: 'homeResidence', is: 'waived' }, 'INA 212(e)'),
  needed('signer-papers', { answer: 'whoSigns', in: ['parent', 'guardian'] }, '8 CFR 103.2(a)(2)'),
  { id: 'other-document', required: false, filesMax: 20 },
]
