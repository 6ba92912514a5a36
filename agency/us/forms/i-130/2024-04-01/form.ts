import type { FormDefinition } from '../../../../../src/filing/definition/definition.ts'
import { interpreter, interpreterDeclares, preparer, preparerDeclares } from '../../../helpers.ts'
import { eligibility } from './eligibility.ts'
import { evidence } from './evidence.ts'
import { part1 } from './part-1.ts'
import { part2 } from './part-2.ts'
import { part2More, part3 } from './part-2-more.ts'
import { part4 } from './part-4.ts'
import { part4More } from './part-4-more.ts'
import { part5 } from './part-5.ts'
import { part6, part9 } from './part-6.ts'
import { part7, part8, spouseStatement } from './part-7-and-8.ts'
import { rules } from './rules.ts'
import { rulesOfHistory } from './rules-of-history.ts'
import { scenarios } from './scenarios.ts'
import { spouseForm } from './spouse-form.ts'

/**
 * Form I-130, Petition for Alien Relative, and Form I-130A, Supplemental Information for Spouse Beneficiary, both edition
 * 04/01/24 (OMB 1615-0012, expires 02/28/2027: the agency's own papers of August 2025 name this edition; whether a newer
 * one is out is to be checked with the agency). Item numbers of Form I-130 agree with two independent transcriptions, those
 * of Form I-130A with two others. The agency asks online for Form I-130A as an upload; here its questions are asked as
 * parts of the petition when the relative is a spouse, and the spouse's statement is typed and ticked by the spouse.
 *
 * Not checked against the agency's own PDF:
 * - Part 4, Item 11: one transcription has an "in care of" line as 11.a, the other 11.a to 11.h without it, as here;
 * - Part 4, Item 62.b: a state in one transcription, a province in the other, as here;
 * - that Items 46.a to 46.d are for those in the United States now, while Items 47 to 50 are for everybody;
 * - the exact lists of initial evidence; they follow 8 CFR 204.2 and summaries of the instructions;
 * - whether proofs of a shared life are required or only advised at filing: they are asked for as optional;
 * - where nationals who are not citizens tick Item 36.
 *
 * Where the official form has the spouse in both halves (Part 2, Items 20.a to 20.c; Part 4, Items 18 to 21 and Person 1),
 * a petition for a spouse is not asked the same again: each is the other's spouse, and the marriage is one.
 * Asked beyond the numbered items: which parents a brother or sister has in common, whether an address goes back five
 * years, whether the relative is in the United States now, who signs, and explanations.
 */
export const form = {
  form: 'i-130',
  edition: '2024-04-01',
  parts: [
    part1,
    part2,
    part2More,
    part3,
    part4,
    part4More,
    spouseForm,
    part5,
    part6,
    part7,
    part8,
    spouseStatement,
    part9,
  ],
  derived: [
    { id: 'relativeAge', at: 'beneficiaryDateOfBirth', yearsSince: 'beneficiaryDateOfBirth' },
    { id: 'earlierMarriages', at: 'earlierSpouses', count: 'earlierSpouses' },
    { id: 'relativeEarlierMarriages', at: 'relativeEarlierSpouses', count: 'relativeEarlierSpouses' },
    { id: 'childCount', at: 'children', count: 'children' },
  ],
  helpers: [
    interpreter,
    preparer,
    {
      id: 'spouse-interpreter',
      capacity: 'interpreter',
      given: 'spouseInterpreterGivenName',
      family: 'spouseInterpreterFamilyName',
      declares: interpreterDeclares,
    },
    {
      id: 'spouse-preparer',
      capacity: 'preparer',
      given: 'spousePreparerGivenName',
      family: 'spousePreparerFamilyName',
      declares: preparerDeclares,
    },
  ],
  rules: [...rules, ...rulesOfHistory],
  evidence,
  // The fee cannot be waived: 8 CFR 106.3 does not name this petition.
  fees: [{ code: 'i-130-filing' }],
  eligibility,
  scenarios,
} satisfies FormDefinition
