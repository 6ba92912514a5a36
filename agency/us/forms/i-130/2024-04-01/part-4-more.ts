import type { Part } from '../../../../../src/filing/definition/definition.ts'
import { addressItems, lettered, nameOf } from './asked.ts'
import { forSpouse, isHere } from './who.ts'

const part = 'Part 4'
const hasWork = { answer: 'beneficiaryJobKind', in: ['employed', 'self-employed'] } as const
const wasInProceedings = { answer: 'beneficiaryProceedings', is: 'yes' } as const

/** Part 4, continued: arrivals, passport, work, proceedings, names in other letters, and where the relative will apply. */
export const part4More = {
  id: 'relative-immigration',
  pages: [
    {
      id: 'relative-stays',
      when: { not: isHere },
      questions: [{ id: 'beneficiaryEverInUs', kind: 'yes-no', item: 'Part 4, Item 45' }],
    },
    {
      id: 'relative-arrival',
      when: isHere,
      questions: [
        { id: 'arrivedAs', kind: 'short-text', item: 'Part 4, Item 46.a', lengthMax: 40, optional: true, sealed: true },
        { id: 'arrivalRecord', kind: 'short-text', item: 'Part 4, Item 46.b', lengthMax: 15, optional: true, sealed: true },
        { id: 'arrivedOn', kind: 'date', latest: 'today', item: 'Part 4, Item 46.c', optional: true },
        {
          id: 'stayEnds',
          kind: 'choice',
          item: 'Part 4, Item 46.d',
          options: ['on-a-day', 'duration-of-status', 'no-date'],
          sealed: true,
        },
        {
          id: 'stayUntil',
          kind: 'date',
          item: 'Part 4, Item 46.d',
          when: { answer: 'stayEnds', is: 'on-a-day' },
        },
      ],
    },
    {
      id: 'relative-passport',
      questions: [
        { id: 'passportNumber', kind: 'short-text', item: 'Part 4, Item 47', lengthMax: 30, optional: true, sealed: true },
        {
          id: 'travelDocumentNumber',
          kind: 'short-text',
          item: 'Part 4, Item 48',
          lengthMax: 30,
          optional: true,
          sealed: true,
        },
        { id: 'passportCountry', kind: 'select', list: 'countries', item: 'Part 4, Item 49', optional: true },
        { id: 'passportExpires', kind: 'date', item: 'Part 4, Item 50', optional: true },
      ],
    },
    {
      id: 'relative-work',
      when: { not: forSpouse },
      questions: [
        {
          id: 'beneficiaryJobKind',
          kind: 'choice',
          item: 'Part 4, Item 51.a, note',
          options: ['employed', 'self-employed', 'not-working'],
        },
        { id: 'beneficiaryEmployer', kind: 'name', part: 'organization', item: 'Part 4, Item 51.a', when: hasWork },
        {
          id: 'beneficiaryEmployerAddress',
          kind: 'address',
          item: lettered(part, 51, 'bcdefghi'),
          when: hasWork,
          optional: true,
        },
        {
          id: 'beneficiaryJobSince',
          kind: 'partial-date',
          latest: 'today',
          item: 'Part 4, Item 52',
          when: hasWork,
          optional: true,
        },
      ],
    },
    {
      id: 'relative-proceedings',
      questions: [{ id: 'beneficiaryProceedings', kind: 'yes-no', item: 'Part 4, Item 53', sealed: true }],
    },
    {
      id: 'relative-proceedings-explained',
      when: wasInProceedings,
      questions: [
        {
          id: 'proceedingKinds',
          kind: 'checkboxes',
          item: 'Part 4, Item 54',
          options: ['removal', 'exclusion-or-deportation', 'rescission', 'other'],
          sealed: true,
        },
        { id: 'proceedingsCity', kind: 'short-text', item: 'Part 4, Item 55.a', lengthMax: 60, sealed: true },
        { id: 'proceedingsState', kind: 'select', list: 'us-states', item: 'Part 4, Item 55.b', sealed: true },
        { id: 'proceedingsDate', kind: 'partial-date', latest: 'today', item: 'Part 4, Item 56' },
        {
          id: 'proceedingsExplanation',
          kind: 'long-text',
          explains: true,
          item: ['Part 4, Item 54, explanation', 'Part 9, Item 3.d'],
          optional: true,
          sealed: true,
          lengthMax: 4000,
        },
      ],
    },
    {
      id: 'other-letters',
      questions: [{ id: 'otherLetters', kind: 'yes-no', item: 'Part 4, Item 57, note' }],
    },
    {
      id: 'name-in-other-letters',
      when: { answer: 'otherLetters', is: 'yes' },
      questions: [
        ...nameOf('native', part, [57]),
        {
          id: 'nativeAddress',
          kind: 'long-text',
          item: lettered(part, 58, 'abcdef'),
          lengthMax: 500,
          optional: true,
          sealed: true,
        },
      ],
    },
    {
      id: 'lived-together',
      when: forSpouse,
      questions: [{ id: 'livedTogether', kind: 'yes-no', item: 'Part 4, Item 59.a, note' }],
    },
    {
      id: 'address-together',
      when: { answer: 'livedTogether', is: 'yes' },
      questions: [
        { id: 'togetherAddress', kind: 'address', item: addressItems(part, 59) },
        { id: 'togetherFrom', kind: 'partial-date', latest: 'today', item: 'Part 4, Item 60.a' },
        { id: 'togetherTo', kind: 'partial-date', latest: 'today', item: 'Part 4, Item 60.b', optional: true },
      ],
    },
    {
      id: 'where-to-apply',
      questions: [
        {
          id: 'appliesAt',
          kind: 'choice',
          item: ['Part 4, Item 61, note', 'Part 4, Item 62, note'],
          options: ['consulate', 'uscis'],
        },
      ],
    },
    {
      id: 'uscis-office',
      when: { answer: 'appliesAt', is: 'uscis' },
      questions: [
        { id: 'adjustmentCity', kind: 'short-text', item: 'Part 4, Item 61.a', lengthMax: 60 },
        { id: 'adjustmentState', kind: 'select', list: 'us-states', item: 'Part 4, Item 61.b' },
      ],
    },
    {
      id: 'consulate',
      when: { answer: 'appliesAt', is: 'consulate' },
      questions: [
        { id: 'consulateCity', kind: 'short-text', item: 'Part 4, Item 62.a', lengthMax: 60 },
        { id: 'consulateProvince', kind: 'short-text', item: 'Part 4, Item 62.b', lengthMax: 60, optional: true },
        { id: 'consulateCountry', kind: 'select', list: 'countries', item: 'Part 4, Item 62.c' },
      ],
    },
  ],
} as const satisfies Part
