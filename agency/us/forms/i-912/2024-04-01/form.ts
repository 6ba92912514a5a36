import type { FormDefinition } from '../../../../../src/filing/definition/definition.ts'
import { interpreter, preparer } from '../../../helpers.ts'
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
import { additionalInformation, part9 } from './part-9-and-10.ts'
import { rules } from './rules.ts'
import { scenarios } from './scenarios.ts'

/**
 * Form I-912, Request for Fee Waiver, edition 04/01/24 (OMB 1615-0116).
 *
 * How it is filed. The agency takes it on paper only, in one envelope with the form whose fee it is about. Here it is a
 * case of its own, decided before that form is submitted: begun from a draft of the other form, it frees that draft of its
 * fee once it is granted. Begun by itself it names its forms, and what is granted goes with them by mail. The texts say so
 * before anything is typed.
 *
 * Item numbers agree with one transcription of this edition and with the draft of 2022 it was made from. They could not
 * be compared with the agency's own PDF. Uncertain are:
 * - the letters of Items 1.A to 1.C of Part 1 and 2.A of Part 5, and the number of Part 10: the transcription calls it
 *   Part 11, the draft Part 10, and no part stands between it and Part 9;
 * - the forms whose fee can be waived (8 CFR 106.3(a)), which is why others can be named and conditions are warnings;
 * - that nobody but the requestor signs: this edition says that the requestor may sign for the whole household, and has
 *   no part for the signatures of family members any more, so a statement for them is asked instead;
 * - who counts in a household, and whether the guidelines of the day of filing are those that decide.
 *
 * Asked beyond the numbered items: what the requestor understands of how this is filed, whether the other form was
 * sent, where they live (the guidelines differ), who is in the household one by one (the form asks for their number and
 * the sum of their income only), each monthly expense (the form asks for their sum and kinds) and who signs.
 */
export const form = {
  form: 'i-912',
  edition: '2024-04-01',
  parts: [part1, part2, part3, part4, part5, part6, part7, part8, part9, additionalInformation],
  derived: [
    { id: 'householdSize', at: 'householdMembers', count: 'householdMembers', plus: 1 },
    {
      id: 'familyIncome',
      at: 'ownIncome',
      sum: ['memberIncome'],
      over: 'householdMembers',
      money: true,
    },
    {
      id: 'householdIncome',
      at: 'ownIncome',
      sum: ['memberIncome'],
      over: 'householdMembers',
      and: ['ownIncome'],
      money: true,
    },
    { id: 'assetsTotal', at: 'assets', sum: ['assetValue'], over: 'assets', money: true },
    { id: 'expensesTotal', at: 'expenses', sum: ['expenseAmount'], over: 'expenses', money: true },
  ],
  helpers: [interpreter, preparer],
  rules,
  evidence,
  // There is no fee for asking not to pay one.
  fees: [],
  eligibility,
  scenarios,
} as const satisfies FormDefinition
