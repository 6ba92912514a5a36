import type { Condition, Rule } from '../../../../../src/filing/definition/definition.ts'
import {
  asksFor,
  closed,
  hasFamilyCase,
  isChange,
  isExtension,
  isLate,
  isReinstatement,
  official,
  visitors,
  workerFamilies,
  workers,
} from './statuses.ts'

const now = (...statuses: readonly string[]): Condition => ({ answer: 'currentStatus', in: statuses })
const becomes = (...statuses: readonly string[]): Condition => ({ answer: 'newStatus', in: statuses })
const isYes = (answer: string): Condition => ({ answer, is: 'yes' })
const warning = (id: string, at: string, cite: string, when: Condition): Rule => ({ id, level: 'warning', at, cite, when })
const sameName = (helper: string): Condition => ({
  all: [
    { answer: `${helper}FamilyName`, sameAs: 'familyName' },
    { answer: `${helper}GivenName`, sameAs: 'givenName' },
  ],
})

const ofTheRequest: readonly Rule[] = [
  warning('employer-extends', 'currentStatus', '8 CFR 214.1(c)(1)', { all: [isExtension, now(...workers)] }),
  warning('school-extends', 'currentStatus', '8 CFR 214.2(f)(7) and (j)(1)(iv)', {
    all: [isExtension, now('f-1', 'f-2', 'j-1', 'j-2')],
  }),
  warning('closed-status', 'currentStatus', '8 CFR 214.1(c)(3) and 248.2', now(...closed)),
  warning('reinstatement-for-students', 'currentStatus', '8 CFR 214.2(f)(16) and (m)(16)', {
    all: [isReinstatement, { not: now('f-1', 'm-1') }],
  }),
  warning('late', 'statusExpires', '8 CFR 214.1(c)(4) and 248.1(b)', isLate),
  warning('change-to-the-same', 'newStatus', 'Part 2, Items 1 and 2', {
    all: [{ answer: 'newStatus', sameAs: 'currentStatus' }, { not: becomes('other') }],
  }),
  warning('vocational-to-academic', 'newStatus', '8 CFR 248.1(d)', { all: [now('m-1'), becomes('f-1')] }),
  warning('no-study-yet', 'newStatus', '8 CFR 214.2(b)(7)', { all: [now(...visitors), becomes('f-1', 'm-1')] }),
  { id: 'ends-before-it-begins', level: 'error', at: 'stayUntil', cite: 'Part 2, Item 2, and Part 3, Item 1', when: { answer: 'stayUntil', before: { answer: 'changeFrom' } } },
  warning('stay-until-has-passed', 'stayUntil', 'Part 3, Item 1', { answer: 'stayUntil', before: 'today' }),
  warning('visitor-over-six-months', 'stayUntil', '8 CFR 214.2(b)(1)', {
    all: [asksFor(...visitors), { answer: 'stayUntil', after: { answer: 'statusExpires', plus: 'P6M' } }],
  }),
  warning('no-sevis-number', 'sevisNumber', 'Part 2, Item 6', { not: { answered: 'sevisNumber' } }),
  warning('through-your-mission', 'whoApplies', '8 CFR 214.2(a) and (g); Form I-566', asksFor(...official)),
  warning('no-family-case', 'basedOnPetition', 'Part 3, Items 2 and 3', {
    all: [asksFor(...workerFamilies), { not: hasFamilyCase }],
  }),
  warning('no-receipt-yet', 'relatedReceipt', 'Part 3, Item 5', {
    all: [{ answer: 'basedOnPetition', is: 'pending' }, { not: { answered: 'relatedReceipt' } }],
  }),
]

const ofThePerson: readonly Rule[] = [
  {
    id: 'a-number-is-social-security-number',
    level: 'error',
    at: 'socialSecurityNumber',
    when: { answer: 'socialSecurityNumber', sameAs: 'aNumber' },
  },
  {
    id: 'arrived-before-birth',
    level: 'error',
    at: 'lastArrivalDate',
    cite: 'Part 1, Items 9 and 11',
    named: 'dates-in-order',
    of: ['dateOfBirth', 'lastArrivalDate'],
  },
  warning('no-i94-number', 'i94Number', 'Part 1, Item 11', { not: { answered: 'i94Number' } }),
  warning('passport-has-expired', 'passportChanged', '8 CFR 214.1(a)(3)(i)', {
    all: [{ answer: 'documentExpires', before: 'today' }, { answer: 'passportChanged', is: 'no' }],
  }),
  warning('new-passport-has-expired', 'passportNowExpires', '8 CFR 214.1(a)(3)(i)', { answer: 'passportNowExpires', before: 'today' }),
  warning('plans-to-immigrate', 'filedI485', 'INA 214(b)', {
    all: [
      { any: [isYes('immigrantVisa'), isYes('immigrantPetition'), isYes('filedI485')] },
      asksFor(...visitors, 'f-1', 'f-2', 'j-1', 'j-2', 'm-1', 'm-2', 'td'),
    ],
  }),
  warning('arrests', 'arrested', 'Part 4, Item 6', isYes('arrested')),
  warning('violated-status', 'violatedStatus', '8 CFR 214.1(c)(4) and 248.1(b)', { all: [isYes('violatedStatus'), { not: isReinstatement }] }),
  warning('in-removal', 'inRemoval', '8 CFR 214.1(c)(4)(iv) and 248.1(b)', isYes('inRemoval')),
  warning('work-without-permission', 'workPermitted', '8 CFR 214.1(e)', { answer: 'workPermitted', is: 'no' }),
  warning('two-years-at-home', 'homeResidence', 'INA 212(e) and 248(a)(3)', {
    all: [isChange, { answer: 'homeResidence', in: ['yes', 'unsure'] }, { not: becomes('a-1', 'a-2', 'a-3', 'g-1', 'g-2', 'g-3', 'g-4', 'g-5') }],
  }),
]

const ofTheFamily: readonly Rule[] = [
  {
    id: 'co-arrived-before-birth',
    level: 'error',
    at: 'coArrivalDate',
    cite: 'Form I-539A, Part 2, Items 2 and 7',
    named: 'dates-in-order',
    of: ['coDateOfBirth', 'coArrivalDate'],
  },
  warning('child-is-grown', 'coDateOfBirth', 'INA 101(b)(1)', {
    all: [{ answer: 'coRelation', is: 'child' }, { answer: 'coDateOfBirth', before: { from: 'today', plus: '-P21Y' } }],
  }),
  warning('co-passport-has-expired', 'coPassportChanged', '8 CFR 214.1(a)(3)(i)', {
    all: [{ answer: 'coDocumentExpires', before: 'today' }, { answer: 'coPassportChanged', is: 'no' }],
  }),
  warning('co-late', 'coStatusExpires', '8 CFR 214.1(c)(4) and 248.1(b)', {
    all: [{ answer: 'coStatusExpires', before: 'today' }, { not: isReinstatement }],
  }),
  warning('co-closed-status', 'coStatus', '8 CFR 214.1(c)(3) and 248.2', { answer: 'coStatus', in: closed }),
  warning('co-arrests', 'coArrested', 'Form I-539A, Part 3, Item 4', isYes('coArrested')),
  warning('co-in-removal', 'coInRemoval', '8 CFR 214.1(c)(4)(iv)', isYes('coInRemoval')),
  warning('co-work-without-permission', 'coWorkPermitted', '8 CFR 214.1(e)', { answer: 'coWorkPermitted', is: 'no' }),
  warning('parent-signs-for-grown-co-applicant', 'coWhoSigns', '8 CFR 103.2(a)(2)', {
    all: [{ answer: 'coWhoSigns', is: 'parent' }, { answer: 'coDateOfBirth', before: { from: 'today', plus: '-P14Y' } }],
  }),
]

/** What the answers may not say together. An error blocks, a warning explains. */
export const rules: readonly Rule[] = [
  ...ofTheRequest,
  ...ofThePerson,
  ...ofTheFamily,
  warning('parent-signs-for-grown-child', 'whoSigns', '8 CFR 103.2(a)(2)', {
    all: [{ answer: 'whoSigns', is: 'parent' }, { answer: 'dateOfBirth', before: { from: 'today', plus: '-P14Y' } }],
  }),
  warning('signer-is-applicant', 'signerFamilyName', '8 CFR 103.2(a)(2)', sameName('signer')),
  warning('interpreter-is-applicant', 'interpreterFamilyName', 'Part 6, certification', sameName('interpreter')),
  warning('preparer-is-applicant', 'preparerFamilyName', 'Part 7, certification', sameName('preparer')),
]
