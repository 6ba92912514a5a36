import type { Part } from '../../../../../src/filing/definition/definition.ts'
import { asksFor, currentStatuses, forDuration, isChange, isLate, newStatuses, studies } from './statuses.ts'

/** Part 2, the request, with Item 12 of Part 1 and Item 1 of Part 3. Asked first: they decide the rest. */
export const part2: Part = {
  id: 'request',
  pages: [
    {
      id: 'request',
      questions: [
        {
          id: 'requestType',
          kind: 'choice',
          item: 'Part 2, Item 1',
          options: ['extension', 'change', 'reinstatement'],
        },
      ],
    },
    {
      id: 'current-status',
      questions: [
        {
          id: 'currentStatus',
          kind: 'select',
          options: currentStatuses,
          item: 'Part 1, Item 12, current status',
          sealed: true,
        },
        {
          id: 'currentStatusOther',
          kind: 'short-text',
          item: 'Part 1, Item 12, current status',
          when: { answer: 'currentStatus', is: 'other' },
          sealed: true,
          lengthMax: 60,
        },
      ],
    },
    {
      id: 'end-of-stay',
      questions: [
        { id: 'durationOfStatus', kind: 'yes-no', item: 'Part 1, Item 12, duration of status' },
        {
          id: 'statusExpires',
          kind: 'date',
          item: 'Part 1, Item 12, date status expires',
          when: { answer: 'durationOfStatus', is: 'no' },
        },
      ],
    },
    {
      id: 'late',
      when: isLate,
      questions: [
        {
          id: 'lateReason',
          kind: 'long-text',
          explains: true,
          sealed: true,
          item: 'Part 1, Item 12, date status expires',
          lengthMax: 4000,
        },
      ],
    },
    {
      id: 'new-status',
      when: isChange,
      questions: [
        { id: 'newStatus', kind: 'select', options: newStatuses, item: 'Part 2, Item 2, new status', sealed: true },
        {
          id: 'newStatusOther',
          kind: 'short-text',
          item: 'Part 2, Item 2, new status',
          when: { answer: 'newStatus', is: 'other' },
          sealed: true,
          lengthMax: 60,
        },
        { id: 'changeFrom', kind: 'date', item: 'Part 2, Item 2, effective date' },
      ],
    },
    {
      id: 'stay-until',
      questions: [
        { id: 'stayUntil', kind: 'date', item: 'Part 3, Item 1', when: { not: forDuration } },
        { id: 'programEnds', kind: 'date', item: 'Part 3, Item 1', when: forDuration, optional: true },
      ],
    },
    {
      id: 'school',
      when: { any: [studies, asksFor('f-2', 'm-2', 'j-2')] },
      questions: [
        { id: 'schoolName', kind: 'short-text', item: 'Part 2, Item 5', when: studies, lengthMax: 80 },
        { id: 'sevisNumber', kind: 'short-text', item: 'Part 2, Item 6', optional: true, sealed: true, lengthMax: 11 },
      ],
    },
    {
      id: 'who-applies',
      questions: [{ id: 'whoApplies', kind: 'choice', item: 'Part 2, Item 3', options: ['alone', 'family'] }],
    },
  ],
}
