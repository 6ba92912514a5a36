import type { FormDefinition } from '../../../../../src/filing/definition/definition.ts'
import { interpreter, preparer } from '../../../helpers.ts'
import { military } from './bases.ts'
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
import { part9Armed } from './part-9-armed.ts'
import { part9Crimes } from './part-9-crimes.ts'
import { part9Groups } from './part-9-groups.ts'
import { part9Oath } from './part-9-oath.ts'
import { part9Service } from './part-9-service.ts'
import { part10 } from './part-10.ts'
import { part11 } from './part-11.ts'
import { part12 } from './part-12.ts'
import { part13 } from './part-13.ts'
import { part14 } from './part-14.ts'
import { characterRules } from './rules-character.ts'
import { eligibilityRules } from './rules-eligibility.ts'
import { formRules } from './rules-form.ts'
import { scenarios } from './scenarios.ts'

/**
 * Form N-400, Application for Naturalization, edition 01/20/25 (OMB 1615-0052), 14 pages and 16 parts.
 *
 * Item numbers agree with six independent transcriptions of that edition, not with the agency's own PDF, which was not
 * at hand. Where they differ the order of most was taken: Part 9, Items 7.d and 7.e, 20 and 21 (one of six swaps them),
 * 11 and 12, 17.c and 17.d, 27 and 28 (two of six do). The letters a, b, c of names, and the items named “note”,
 * “explanation” or “table”, are ours: the form prints no number there. The boxes of page 1 that the agency and a
 * representative fill in are from memory.
 *
 * Not certain: the years that Parts 4, 7 and 8 cover on the bases 1.d to 1.g (five are asked; three for 1.b and 1.c, as
 * the agency's online form says); whether the address of a child who lives elsewhere is wanted in Part 14 (it is not
 * asked); the exact list of initial evidence, for which the instructions of the edition were read in other people's
 * words only. Earlier spouses: the edition asks for the number of marriages of both, and for the papers that ended
 * each, and no longer for names or dates; nor for parents beyond Part 2, Item 10.
 *
 * Asked beyond the numbered items, each for a note of the form: the language of the civics test of those who need no
 * English test, who signs and in what capacity, whether there was an interpreter or a preparer, and which fee is meant.
 * Part 10, Items 2 to 5.b, and Parts 15 and 16, which wait for the interview, are not asked: see `coverage.csv`.
 */
export const form = {
  form: 'n-400',
  edition: '2025-01-20',
  parts: [
    part1,
    part2,
    part3,
    part4,
    part5,
    part6,
    part7,
    part8,
    part9Groups,
    part9Armed,
    part9Crimes,
    part9Service,
    part9Oath,
    part10,
    part11,
    part12,
    part13,
    part14,
  ],
  derived: [
    { id: 'age', at: 'dateOfBirth', yearsSince: 'dateOfBirth' },
    { id: 'residentYears', at: 'dateBecameResident', yearsSince: 'dateBecameResident' },
    { id: 'childrenUnder18', at: 'children', count: 'children' },
    {
      id: 'daysAwayInFiveYears',
      at: 'trips',
      daysAway: { over: 'trips', left: 'tripLeft', back: 'tripBack', since: { from: 'today', plus: '-P5Y' } },
    },
    {
      id: 'daysAwayInThreeYears',
      at: 'trips',
      daysAway: { over: 'trips', left: 'tripLeft', back: 'tripBack', since: { from: 'today', plus: '-P3Y' } },
    },
  ],
  helpers: [interpreter, preparer],
  rules: [...eligibilityRules, ...formRules, ...characterRules],
  evidence,
  // Those who apply through military service pay nothing: INA 328(b)(4), 329(b)(4).
  fees: [{ code: 'n-400-filing', when: { not: military } }],
  eligibility,
  scenarios,
} as const satisfies FormDefinition
