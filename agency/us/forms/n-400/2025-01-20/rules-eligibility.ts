import type { Condition, Rule } from '../../../../../src/filing/definition/definition.ts'
import { basisIs, marriedNow, military, no, threeYears, throughSpouse, within, yes } from './bases.ts'

const needsContinuousResidence = basisIs('five-years', 'spouse-of-citizen', 'vawa', 'other')

const stillAway = { not: { answered: 'tripBack' } } as const

/** A journey that took longer than this, whether it is over or not. */
const awayLonger = (plus: 'P6M' | 'P1Y'): Condition => ({
  any: [
    { answer: 'tripBack', after: { answer: 'tripLeft', plus } },
    { all: [stillAway, { answer: 'tripLeft', before: { from: 'today', plus: `-${plus}` } }] },
  ],
})

/** What stands against naturalization by age, time, marriage or absence. An error blocks, a warning explains. */
export const eligibilityRules = [
  {
    id: 'citizen-parent',
    level: 'warning',
    at: 'parentCitizen',
    cite: 'INA 301, 309, 320; note at Part 2, Item 10',
    when: yes('parentCitizen'),
  },
  {
    id: 'under-18',
    level: 'error',
    at: 'dateOfBirth',
    cite: 'INA 334(b); military service in hostilities is excepted by INA 329(b)(1)',
    when: { all: [{ not: basisIs('military-hostilities') }, within('dateOfBirth', '-P18Y')] },
  },
  {
    id: 'not-yet-five-years',
    level: 'error',
    at: 'dateBecameResident',
    cite: 'INA 316(a), 334(a); 8 CFR 334.2(b): five years less 90 days',
    // Four years and 275 days: never later than five years less 90 days, and a day early where a leap day is in between.
    when: { all: [basisIs('five-years'), within('dateBecameResident', '-P4Y275D')] },
  },
  {
    id: 'not-yet-three-years',
    level: 'error',
    at: 'dateBecameResident',
    cite: 'INA 319(a), 334(a); 8 CFR 334.2(b): three years less 90 days',
    when: { all: [threeYears, within('dateBecameResident', '-P2Y275D')] },
  },
  {
    id: 'not-a-resident',
    level: 'warning',
    at: 'permanentResident',
    cite: 'INA 318, 325',
    when: { all: [basisIs('other'), no('permanentResident')] },
  },
  {
    id: 'no-a-number',
    level: 'warning',
    at: 'aNumber',
    when: { all: [{ not: basisIs('military-hostilities', 'other') }, { not: { answered: 'aNumber' } }] },
  },
  {
    id: 'not-married-to-a-citizen',
    level: 'error',
    at: 'maritalStatus',
    cite: 'INA 319(a), (b); 8 CFR 319.1(b)(2)(i)',
    when: { all: [throughSpouse, { not: marriedNow }] },
  },
  {
    id: 'separated-from-a-citizen',
    level: 'warning',
    at: 'maritalStatus',
    cite: '8 CFR 319.1(b)(2)(ii)',
    when: { all: [throughSpouse, { answer: 'maritalStatus', is: 'separated' }] },
  },
  {
    id: 'married-less-than-three-years',
    level: 'warning',
    at: 'marriedOn',
    cite: 'INA 319(a); 8 CFR 319.1(a)(3)',
    when: { all: [basisIs('spouse-of-citizen'), within('marriedOn', '-P3Y')] },
  },
  {
    id: 'spouse-citizen-less-than-three-years',
    level: 'warning',
    at: 'spouseCitizenSince',
    cite: 'INA 319(a); 8 CFR 319.1(a)(3)',
    when: { all: [basisIs('spouse-of-citizen'), within('spouseCitizenSince', '-P3Y')] },
  },
  {
    id: 'spouse-lives-elsewhere',
    level: 'warning',
    at: 'spouseSameAddress',
    cite: '8 CFR 319.1(b)(1), (b)(2)(ii)(C)',
    when: { all: [basisIs('spouse-of-citizen'), no('spouseSameAddress')] },
  },
  {
    id: 'moved-in-three-months',
    level: 'warning',
    at: 'currentAddressSince',
    cite: 'INA 316(a)(1); 8 CFR 316.2(a)(5)',
    when: {
      all: [
        basisIs('five-years', 'spouse-of-citizen', 'vawa'),
        { answer: 'currentAddress', part: 'country', is: 'US' },
        within('currentAddressSince', '-P3M'),
      ],
    },
  },
  {
    id: 'home-abroad',
    level: 'warning',
    at: 'currentAddress',
    cite: 'INA 316(a), 319(a); 8 CFR 316.5(a)',
    when: {
      all: [
        basisIs('five-years', 'spouse-of-citizen', 'vawa'),
        { answered: 'currentAddress' },
        { not: { answer: 'currentAddress', part: 'country', is: 'US' } },
      ],
    },
  },
  {
    id: 'trip-over-six-months',
    level: 'warning',
    at: 'tripLeft',
    cite: 'INA 316(b); 8 CFR 316.5(c)(1)(i)',
    when: { all: [needsContinuousResidence, awayLonger('P6M'), { not: awayLonger('P1Y') }] },
  },
  {
    id: 'trip-over-a-year',
    level: 'warning',
    at: 'tripLeft',
    cite: 'INA 316(b), (c); 8 CFR 316.5(c)(1)(ii), (d)',
    when: { all: [needsContinuousResidence, awayLonger('P1Y')] },
  },
  {
    // Five years have 1,826 days, and half of them count: more than 913 away leave too few.
    id: 'present-too-little-of-five-years',
    level: 'warning',
    at: 'trips',
    cite: 'INA 316(a)(1); 8 CFR 316.2(a)(4): 30 months of five years',
    when: { all: [basisIs('five-years'), { answer: 'daysAwayInFiveYears', moreThan: 913 }] },
  },
  {
    id: 'present-too-little-of-three-years',
    level: 'warning',
    at: 'trips',
    cite: 'INA 319(a); 8 CFR 319.1(a)(4): 18 months of three years',
    when: { all: [threeYears, { answer: 'daysAwayInThreeYears', moreThan: 547 }] },
  },
  {
    id: 'military-without-service',
    level: 'error',
    at: 'servedInForces',
    cite: 'INA 328(a), 329(a)',
    when: { all: [military, no('servedInForces')] },
  },
  {
    id: 'served-on-another-basis',
    level: 'warning',
    at: 'servedInForces',
    cite: 'INA 328(b)(4), 329(b)(4)',
    when: { all: [{ not: military }, yes('servedInForces')] },
  },
] as const satisfies readonly Rule[]
