import type { FormDefinition } from '../../../../../src/filing/definition/definition.ts'
import { eligibility } from './eligibility.ts'
import { evidence } from './evidence.ts'
import { part1, part2 } from './part-1-and-2.ts'
import { part3 } from './part-3.ts'
import { part4, part5, part6 } from './part-4-to-6.ts'
import { rules } from './rules.ts'
import { scenarios } from './scenarios.ts'

/**
 * Form G-28, Notice of Entry of Appearance as Attorney or Accredited Representative, edition 09/17/18 (OMB 1615-0105).
 * Item numbers agree with two independent transcriptions of that edition. Changes have been proposed since (2021 and
 * 2024); no newer edition was known, which is to be checked with the agency. Not checked against the agency's own PDF:
 * the length of its fields, and whether more than one licensing authority has room beside Item 1.a or in Part 6 only.
 *
 * A representative files it, and prepares it here for a client of theirs, never from the catalogue, which lists how it is
 * filed elsewhere. There the client's signature is a typed name beside their consent; here the client accepts and signs in an
 * account of their own, which takes its place.
 * Asked beyond the numbered items: whether the client is an organization, and explanations.
 */
export const form = {
  form: 'g-28',
  edition: '2018-09-17',
  parts: [part1, part2, part3, part4, part5, part6],
  acceptedByClient: ['client-signature'],
  rules,
  evidence,
  // There is no fee for a notice of appearance.
  fees: [],
  eligibility,
  scenarios,
} satisfies FormDefinition
