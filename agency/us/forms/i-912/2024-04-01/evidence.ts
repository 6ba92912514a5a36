import type { EvidenceRule } from '../../../../../src/filing/definition/definition.ts'
import { restsOn, signedForThem } from './bases.ts'

const instructions = 'Instructions for Form I-912, edition 04/01/24'

/** Documents asked for, by what the request rests on. A statement of one's own is taken where there are no papers. */
export const evidence: readonly EvidenceRule[] = [
  { id: 'benefit-letter', required: true, when: restsOn('benefit'), filesMax: 10, cite: `${instructions}, Part 4` },
  {
    id: 'benefit-relationship',
    required: false,
    when: { all: [restsOn('benefit'), { some: 'benefits', where: { not: { answer: 'benefitRelationship', is: 'self' } } }] },
    filesMax: 6,
    cite: `${instructions}, Part 4`,
  },
  { id: 'income-proof', required: true, when: restsOn('income'), filesMax: 20, cite: `${instructions}, Part 5` },
  {
    id: 'unemployment-proof',
    required: false,
    when: { answer: 'unemploymentBenefits', is: 'yes' },
    filesMax: 6,
    cite: `${instructions}, Part 5, Item 2`,
  },
  {
    id: 'change-proof',
    required: false,
    when: { answer: 'changed', is: 'yes' },
    filesMax: 10,
    cite: `${instructions}, Part 5, Item 9`,
  },
  { id: 'hardship-proof', required: true, when: restsOn('hardship'), filesMax: 20, cite: `${instructions}, Part 6` },
  {
    id: 'asset-proof',
    required: false,
    when: { some: 'assets', where: { answered: 'assetType' } },
    filesMax: 10,
    cite: `${instructions}, Part 6, Item 2`,
  },
  {
    id: 'expense-proof',
    required: false,
    when: { some: 'expenses', where: { answered: 'expenseType' } },
    filesMax: 20,
    cite: `${instructions}, Part 6, Item 3`,
  },
  { id: 'signer-papers', required: true, when: signedForThem, filesMax: 6, cite: '8 CFR 103.2(a)(2)' },
  { id: 'other-document', required: false, filesMax: 10 },
]
