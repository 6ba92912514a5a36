import type { Condition, Rule } from '../../../../../src/filing/definition/definition.ts'
import { aboveLimit, moreEarnersThanPeople, type Region } from './poverty-guidelines.ts'
import { forSome, names, withExtra } from './waivable-forms.ts'

const instructions = 'Instructions for Form I-912, edition 04/01/24'

const warning = (id: string, at: string, cite: string, when: Condition): Rule => ({ id, level: 'warning', at, cite, when })

/** A comparison, never a refusal: what counts as income, and who counts in the household, is decided by an officer. */
const above = (region: Region): Rule =>
  warning(`income-above-limit-${region}`, 'ownIncome', '8 CFR 106.3; HHS poverty guidelines, 91 FR 1797', aboveLimit(region))

/** Somebody who helped or signs has the name of the person. */
const sameName = (who: string, cite: string): Rule =>
  warning(`${who}-is-requestor`, `${who}FamilyName`, cite, {
    all: [
      { answer: `${who}FamilyName`, sameAs: 'familyName' },
      { answer: `${who}GivenName`, sameAs: 'givenName' },
    ],
  })

/** What the answers may not say together. An error blocks, a warning explains. */
export const rules: readonly Rule[] = [
  warning('fee-already-paid', 'otherFormSent', instructions, { answer: 'otherFormSent', is: 'yes' }),
  warning('deadline-near', 'deadlineNear', '8 CFR 103.2(a)(7)', { answer: 'deadlineNear', in: ['yes', 'unsure'] }),
  warning('form-waived-for-some', 'ownForms', '8 CFR 106.3(a)', names('ownForms', forSome)),
  warning('family-form-waived-for-some', 'familyFormForms', '8 CFR 106.3(a)', names('familyFormForms', forSome)),
  warning('extra-not-waived', 'ownForms', '8 U.S.C. 1802 to 1808 (Pub. L. 119-21)', names('ownForms', withExtra)),
  warning('family-extra-not-waived', 'familyFormForms', '8 U.S.C. 1802 to 1808 (Pub. L. 119-21)', names('familyFormForms', withExtra)),
  warning('other-form', 'ownForms', '8 CFR 106.3(a)', names('ownForms', ['other'])),
  warning('family-other-form', 'familyFormForms', '8 CFR 106.3(a)', names('familyFormForms', ['other'])),
  warning('benefit-expired', 'benefitExpires', 'Part 4, Item 1', { answer: 'benefitExpires', before: 'today' }),
  {
    id: 'benefit-expires-before-award',
    level: 'error',
    at: 'benefitExpires',
    cite: 'Part 4, Item 1',
    named: 'dates-in-order',
    of: ['benefitAwarded', 'benefitExpires'],
  },
  {
    id: 'unemployed-before-birth',
    level: 'error',
    at: 'unemployedSince',
    cite: 'Part 2, Item 6, and Part 5, Item 2.A',
    named: 'dates-in-order',
    of: ['dateOfBirth', 'unemployedSince'],
  },
  warning('spouse-not-listed', 'householdMembers', `Part 5, Item 3; ${instructions}`, {
    all: [
      { answer: 'maritalStatus', is: 'married' },
      { not: { some: 'householdMembers', where: { answer: 'memberRelationship', is: 'spouse' } } },
    ],
  }),
  warning('more-earners-than-people', 'earnerCount', 'Part 5, Items 3 and 4', moreEarnersThanPeople),
  above('states'),
  above('alaska'),
  above('hawaii'),
  warning('no-income', 'ownIncome', `${instructions}, Part 5`, { answer: 'householdIncome', is: 0 }),
  {
    id: 'a-number-is-social-security-number',
    level: 'error',
    at: 'socialSecurityNumber',
    when: { answer: 'socialSecurityNumber', sameAs: 'aNumber' },
  },
  warning('parent-signs-for-grown-child', 'dateOfBirth', 'Part 7; 8 CFR 103.2(a)(2)', {
    all: [
      { answer: 'whoSigns', is: 'parent' },
      { answer: 'dateOfBirth', before: { from: 'today', plus: '-P14Y' } },
    ],
  }),
  sameName('signer', '8 CFR 103.2(a)(2)'),
  sameName('interpreter', 'Part 8, certification'),
  sameName('preparer', 'Part 9, certification'),
]
