import type { EvidenceRule } from '../../../../../src/filing/definition/definition.ts'
import { reasonIs } from './reasons.ts'

const instructions = 'Instructions for Form I-90, edition 01/20/25, initial evidence'

/** Documents asked for, by the reason and the answers. */
export const evidence = [
  {
    id: 'card-copy',
    required: true,
    filesMax: 4,
    cite: instructions,
    when: reasonIs(
      'details-changed',
      'expired',
      'age-14-expires-after-16',
      'age-14-expires-before-16',
      'starting-to-commute',
      'moving-to-the-us',
      'old-edition-or-other',
    ),
  },
  { id: 'incorrect-card', required: true, filesMax: 4, cite: instructions, when: reasonIs('agency-error') },
  { id: 'correct-details', required: true, filesMax: 6, cite: instructions, when: reasonIs('agency-error') },
  { id: 'damaged-card', required: true, filesMax: 4, cite: instructions, when: reasonIs('damaged') },
  {
    id: 'identity-document',
    required: true,
    filesMax: 4,
    cite: instructions,
    when: reasonIs('lost', 'never-received'),
  },
  { id: 'lost-card-copy', required: false, filesMax: 4, cite: instructions, when: reasonIs('lost') },
  { id: 'approval-notice', required: false, filesMax: 4, cite: instructions, when: reasonIs('never-received') },
  {
    id: 'legal-change',
    required: true,
    filesMax: 6,
    cite: `${instructions}; note at Part 1, Item 5`,
    when: { any: [{ answer: 'nameChanged', is: 'yes' }, reasonIs('details-changed')] },
  },
  {
    id: 'birth-certificate',
    required: false,
    filesMax: 4,
    when: reasonIs('age-14-expires-after-16', 'age-14-expires-before-16'),
  },
  {
    id: 'us-employment',
    required: true,
    filesMax: 8,
    cite: `8 CFR 211.5(a); ${instructions}`,
    when: reasonIs('starting-to-commute'),
  },
  {
    id: 'us-residence',
    required: true,
    filesMax: 8,
    cite: `8 CFR 211.5(c); ${instructions}`,
    when: reasonIs('moving-to-the-us'),
  },
  {
    id: 'temporary-resident-status',
    required: true,
    filesMax: 4,
    cite: `8 CFR 245a.2(u)(2); ${instructions}`,
    when: reasonIs('automatically-converted'),
  },
  {
    id: 'immigration-court-papers',
    required: false,
    filesMax: 10,
    when: { answer: 'removalProceedings', is: 'yes' },
  },
  { id: 'other-document', required: false, filesMax: 10 },
] as const satisfies readonly EvidenceRule[]
