import type { EvidenceRule } from '../../../../../src/filing/definition/definition.ts'
import {
  forSibling,
  forSpouse,
  isCitizen,
  isResident,
  linkedBy,
  relativeIs,
  siblingByBirth,
  throughFather,
} from './who.ts'

const instructions = 'Instructions for Form I-130, edition 04/01/24, initial evidence'
const byBirth = linkedBy('married-parents', 'unmarried-parents')

/** Documents asked for, by the relationship and how it came about. */
export const evidence = [
  { id: 'citizenship', required: true, filesMax: 6, cite: `8 CFR 204.1(g)(1); ${instructions}`, when: isCitizen },
  { id: 'resident-card', required: true, filesMax: 4, cite: `8 CFR 204.1(g)(1)(vii); ${instructions}`, when: isResident },
  { id: 'marriage-certificate', required: true, filesMax: 6, cite: `8 CFR 204.2(a)(2); ${instructions}`, when: forSpouse },
  {
    id: 'your-marriages-ended',
    required: true,
    filesMax: 10,
    cite: `8 CFR 204.2(a)(2); ${instructions}`,
    when: { all: [forSpouse, { answered: 'earlierSpouses' }] },
  },
  {
    id: 'relative-marriages-ended',
    required: true,
    filesMax: 10,
    cite: `8 CFR 204.2(a)(2); ${instructions}`,
    when: { all: [forSpouse, { answered: 'relativeEarlierSpouses' }] },
  },
  { id: 'your-photo', required: true, filesMax: 2, cite: `8 CFR 204.2(a)(2); ${instructions}`, when: forSpouse },
  { id: 'spouse-photo', required: true, filesMax: 2, cite: `8 CFR 204.2(a)(2); ${instructions}`, when: forSpouse },
  {
    id: 'life-together',
    required: false,
    filesMax: 30,
    cite: `8 CFR 204.2(a)(1)(iii)(B); ${instructions}`,
    when: forSpouse,
  },
  {
    id: 'child-birth-certificate',
    required: true,
    filesMax: 4,
    cite: `8 CFR 204.2(d)(2); ${instructions}`,
    when: { all: [relativeIs('child'), { not: linkedBy('adopted') }] },
  },
  {
    id: 'your-birth-certificate',
    required: true,
    filesMax: 4,
    cite: `8 CFR 204.2(f)(2), (g)(2); ${instructions}`,
    when: { any: [{ all: [relativeIs('parent'), { not: linkedBy('adopted') }] }, siblingByBirth] },
  },
  {
    id: 'sibling-birth-certificate',
    required: true,
    filesMax: 4,
    cite: `8 CFR 204.2(g)(2); ${instructions}`,
    when: siblingByBirth,
  },
  {
    id: 'parents-marriage',
    required: true,
    filesMax: 6,
    cite: `8 CFR 204.2(d)(2)(ii), (f)(2)(ii); ${instructions}`,
    when: { all: [throughFather, linkedBy('married-parents')] },
  },
  {
    id: 'father-unmarried',
    required: true,
    filesMax: 15,
    cite: `8 CFR 204.2(d)(2)(ii), (iii), (f)(2)(iii); ${instructions}`,
    when: { all: [throughFather, linkedBy('unmarried-parents')] },
  },
  {
    id: 'shared-father',
    required: true,
    filesMax: 10,
    cite: `8 CFR 204.2(g)(2)(ii); ${instructions}`,
    when: { all: [siblingByBirth, { answer: 'sharedParents', is: 'father' }] },
  },
  {
    id: 'step-marriage',
    required: true,
    filesMax: 10,
    cite: `8 CFR 204.2(d)(2)(iv), (f)(2)(iv), (g)(2)(iv); ${instructions}`,
    when: { any: [linkedBy('step'), { all: [siblingByBirth, { answer: 'sharedParents', is: 'step' }] }] },
  },
  {
    id: 'parents-earlier-marriages',
    required: false,
    filesMax: 10,
    cite: `8 CFR 204.2(d)(2), (f)(2), (g)(2); ${instructions}`,
    when: {
      any: [
        linkedBy('step'),
        { all: [throughFather, byBirth] },
        { all: [siblingByBirth, { answer: 'sharedParents', in: ['father', 'step'] }] },
      ],
    },
  },
  {
    id: 'adoption-decree',
    required: true,
    filesMax: 6,
    cite: `8 CFR 204.2(d)(2)(vii), (f)(2)(v), (g)(2)(iii); ${instructions}`,
    when: { any: [linkedBy('adopted'), { all: [forSibling, { answer: 'siblingByAdoption', is: 'yes' }] }] },
  },
  {
    id: 'custody-and-home',
    required: true,
    filesMax: 15,
    cite: `8 CFR 204.2(d)(2)(vii)(A), (B); ${instructions}`,
    when: linkedBy('adopted'),
  },
  {
    id: 'name-change',
    required: false,
    filesMax: 8,
    cite: instructions,
    when: { any: [{ answered: 'otherNames' }, { answered: 'beneficiaryOtherNames' }] },
  },
  {
    id: 'court-papers',
    required: false,
    filesMax: 10,
    when: { answer: 'beneficiaryProceedings', is: 'yes' },
  },
  {
    id: 'guardian',
    required: true,
    filesMax: 4,
    cite: '8 CFR 103.2(a)(2)',
    when: { answer: 'signer', is: 'guardian' },
  },
  { id: 'other-document', required: false, filesMax: 20, cite: '8 CFR 103.2(b)(2)' },
] as const satisfies readonly EvidenceRule[]
