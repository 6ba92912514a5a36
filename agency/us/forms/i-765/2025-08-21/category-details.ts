import type { Page } from '../../../../../src/filing/definition/definition.ts'
import { categoryIs } from './categories.ts'

const money = { kind: 'money', sealed: true } as const

/** What hangs on the category: Items 28 to 31 of Part 2, the fee of those with a pending Form I-485, Form I-765WS. */
export const categoryDetails: readonly Page[] = [
  {
    id: 'stem-degree-and-employer',
    when: categoryIs('c-3-c'),
    questions: [
      { id: 'degree', kind: 'short-text', item: 'Part 2, Item 28.a', lengthMax: 100 },
      { id: 'eVerifyEmployer', kind: 'name', part: 'organization', item: 'Part 2, Item 28.b' },
      { id: 'eVerifyNumber', kind: 'short-text', item: 'Part 2, Item 28.c', lengthMax: 20 },
    ],
  },
  {
    id: 'spouse-petition',
    when: categoryIs('c-26'),
    questions: [{ id: 'spousePetitionReceipt', kind: 'receipt-number', item: 'Part 2, Item 29' }],
  },
  {
    id: 'asylum-arrests',
    when: categoryIs('c-8'),
    questions: [{ id: 'arrestedAsylum', kind: 'yes-no', item: 'Part 2, Item 30', sealed: true }],
  },
  {
    id: 'immigrant-petition',
    when: categoryIs('c-35', 'c-36'),
    questions: [
      {
        id: 'ownPetitionReceipt',
        kind: 'receipt-number',
        item: 'Part 2, Item 31.a',
        when: categoryIs('c-35'),
      },
      {
        id: 'relativePetitionReceipt',
        kind: 'receipt-number',
        item: 'Part 2, Item 31.a',
        when: categoryIs('c-36'),
      },
      { id: 'arrestedCompelling', kind: 'yes-no', item: 'Part 2, Item 31.b', sealed: true },
    ],
  },
  {
    id: 'arrests-explained',
    when: {
      any: [
        { answer: 'arrestedAsylum', is: 'yes' },
        { answer: 'arrestedCompelling', is: 'yes' },
      ],
    },
    questions: [
      {
        id: 'arrestExplanation',
        kind: 'long-text',
        explains: true,
        item: ['Part 2, Item 30, note', 'Part 2, Item 31.b, note', 'Part 6, Item 3.d'],
        sealed: true,
        lengthMax: 4000,
      },
    ],
  },
  {
    id: 'residence-application-fee',
    when: categoryIs('c-9'),
    questions: [
      {
        id: 'residenceApplicationFee',
        kind: 'choice',
        item: 'Fee schedule, Form I-485',
        options: ['paid-since-april-2024', 'paid-before-april-2024', 'waived', 'exempt'],
      },
    ],
  },
  {
    id: 'economic-need',
    when: categoryIs('c-14', 'c-33'),
    questions: [
      { id: 'annualIncome', ...money, item: 'Form I-765WS, Part 2, Item 1' },
      { id: 'annualExpenses', ...money, item: 'Form I-765WS, Part 2, Item 2' },
      { id: 'assetsValue', ...money, item: 'Form I-765WS, Part 2, Item 3' },
      {
        id: 'economicNeed',
        kind: 'long-text',
        item: 'Form I-765WS, Part 3',
        optional: true,
        sealed: true,
        lengthMax: 4000,
      },
    ],
  },
]
