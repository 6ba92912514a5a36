import type { Rule } from '../../../../../src/filing/definition/definition.ts'
import { forSpouse, isCitizen, isHere, isMarried, isResident, linkedBy, relativeIs, relativeIsMarried } from './who.ts'

const notAdult = { answer: 'dateOfBirth', after: { from: 'today', plus: '-P21Y' } } as const
const byBirth = linkedBy('married-parents', 'unmarried-parents')

/** Who may petition for whom, and what a family may not be. An error blocks, a warning explains. */
export const rules = [
  {
    id: 'resident-for-parent-or-sibling',
    level: 'error',
    at: 'status',
    cite: 'INA 203(a)(2), (4); 8 CFR 204.1(a)(1)',
    when: { all: [isResident, relativeIs('parent', 'sibling')] },
  },
  {
    id: 'not-yet-21',
    level: 'error',
    at: 'dateOfBirth',
    cite: 'INA 201(b)(2)(A)(i), 203(a)(4)',
    when: { all: [isCitizen, relativeIs('parent', 'sibling'), notAdult] },
  },
  {
    id: 'resident-for-married-child',
    level: 'error',
    at: 'beneficiaryMaritalStatus',
    cite: 'INA 203(a)(2)',
    when: { all: [isResident, relativeIs('child'), relativeIsMarried] },
  },
  {
    id: 'you-are-not-married',
    level: 'error',
    at: 'maritalStatus',
    cite: 'INA 201(b)(2)(A)(i), 203(a)(2)(A)',
    when: { all: [forSpouse, { answered: 'maritalStatus' }, { not: isMarried }] },
  },
  {
    id: 'relative-is-not-married',
    level: 'error',
    at: 'beneficiaryMaritalStatus',
    cite: 'Part 2, Item 17 and Part 4, Item 18',
    when: { all: [forSpouse, { answered: 'beneficiaryMaritalStatus' }, { not: relativeIsMarried }] },
  },
  {
    id: 'living-apart',
    level: 'warning',
    at: 'maritalStatus',
    cite: '8 CFR 204.2(a)(1)',
    when: { all: [forSpouse, { answer: 'maritalStatus', is: 'separated' }] },
  },
  {
    id: 'adopted-yourself',
    level: 'warning',
    at: 'statusThroughAdoption',
    cite: 'INA 101(b)(1)(E), (F), (G)',
    when: {
      all: [
        { answer: 'statusThroughAdoption', is: 'yes' },
        {
          any: [
            { all: [relativeIs('parent'), { not: linkedBy('adopted') }] },
            { all: [relativeIs('sibling'), { answer: 'siblingByAdoption', is: 'no' }] },
          ],
        },
      ],
    },
  },
  {
    id: 'resident-through-earlier-marriage',
    level: 'warning',
    at: 'residentThroughMarriage',
    cite: 'INA 204(a)(2)(A); 8 CFR 204.2(a)(1)(i)',
    when: {
      all: [
        forSpouse,
        { answer: 'residentThroughMarriage', is: 'yes' },
        { answer: 'dateOfAdmission', after: { from: 'today', plus: '-P5Y' } },
      ],
    },
  },
  {
    id: 'child-older-than-you',
    level: 'error',
    at: 'beneficiaryDateOfBirth',
    cite: 'Part 2, Item 8 and Part 4, Item 8',
    when: {
      all: [relativeIs('child'), byBirth, { answer: 'beneficiaryDateOfBirth', before: { answer: 'dateOfBirth' } }],
    },
  },
  {
    id: 'parent-younger-than-you',
    level: 'error',
    at: 'beneficiaryDateOfBirth',
    cite: 'Part 2, Item 8 and Part 4, Item 8',
    when: {
      all: [relativeIs('parent'), byBirth, { answer: 'beneficiaryDateOfBirth', after: { answer: 'dateOfBirth' } }],
    },
  },
  {
    id: 'step-family-after-18',
    level: 'warning',
    at: 'beneficiaryDateOfBirth',
    cite: 'INA 101(b)(1)(B)',
    when: {
      all: [
        relativeIs('child'),
        linkedBy('step'),
        { answer: 'marriedOn', after: { answer: 'beneficiaryDateOfBirth', plus: 'P18Y' } },
      ],
    },
  },
  {
    id: 'step-parent-after-18',
    level: 'warning',
    at: 'beneficiaryMarriedOn',
    cite: 'INA 101(b)(1)(B)',
    when: {
      all: [
        relativeIs('parent'),
        linkedBy('step'),
        { answer: 'beneficiaryMarriedOn', after: { answer: 'dateOfBirth', plus: 'P18Y' } },
      ],
    },
  },
  {
    id: 'relative-is-you',
    level: 'error',
    at: 'beneficiaryDateOfBirth',
    cite: 'INA 204(a)(1)',
    when: {
      all: [
        { answer: 'beneficiaryFamilyName', sameAs: 'familyName' },
        { answer: 'beneficiaryGivenName', sameAs: 'givenName' },
        { answer: 'beneficiaryDateOfBirth', sameAs: 'dateOfBirth' },
        { answer: 'beneficiaryBirthCity', sameAs: 'birthCity' },
        { answer: 'beneficiarySex', sameAs: 'sex' },
      ],
    },
  },
  {
    id: 'relative-born-in-the-us',
    level: 'warning',
    at: 'beneficiaryBirthCountry',
    cite: 'INA 301(a)',
    when: { answer: 'beneficiaryBirthCountry', is: 'US' },
  },
  {
    id: 'adjusts-from-abroad',
    level: 'warning',
    at: 'appliesAt',
    cite: 'INA 245(a)',
    when: { all: [{ answer: 'appliesAt', is: 'uscis' }, { not: isHere }] },
  },
  {
    id: 'leaves-for-a-consulate',
    level: 'warning',
    at: 'appliesAt',
    cite: 'INA 212(a)(9)(B)',
    when: { all: [{ answer: 'appliesAt', is: 'consulate' }, isHere] },
  },
  {
    id: 'home-abroad',
    level: 'warning',
    at: 'livesAtMailingAddress',
    cite: 'INA 213A(f)(1)(C); 8 CFR 213a.2(c)(1)(i)',
    when: {
      all: [
        { answer: 'livesAtMailingAddress', is: 'yes' },
        { answered: 'mailingAddress' },
        { not: { answer: 'mailingAddress', part: 'country', is: 'US' } },
      ],
    },
  },
  {
    id: 'other-home-abroad',
    level: 'warning',
    at: 'homeAddress',
    cite: 'INA 213A(f)(1)(C); 8 CFR 213a.2(c)(1)(i)',
    when: { all: [{ answered: 'homeAddress' }, { not: { answer: 'homeAddress', part: 'country', is: 'US' } }] },
  },
] as const satisfies readonly Rule[]
