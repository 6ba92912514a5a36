import type { Part } from '../../../../../src/filing/definition/definition.ts'
import { confided, explained } from './asking.ts'
import { anyYes } from './bases.ts'

const anyOffense = anyYes('committedCrime', 'arrested')

/** Part 9, Items 15 to 21: crimes and offenses, other conduct, true statements, and removal. */
export const part9Crimes = {
  id: 'crimes-and-conduct',
  pages: [
    {
      id: 'crimes',
      questions: [confided('committedCrime', 'Part 9, Item 15.a'), confided('arrested', 'Part 9, Item 15.b')],
    },
    {
      id: 'offenses',
      when: anyOffense,
      questions: [
        {
          id: 'offenses',
          kind: 'list',
          item: 'Part 9, Item 15, table',
          least: 1,
          most: 40,
          named: ['offense', 'offenseOn'],
          questions: [
            {
              id: 'offense',
              kind: 'short-text',
              item: 'Part 9, Item 15, table: crime or offense',
              lengthMax: 200,
              sealed: true,
            },
            { id: 'offenseOn', kind: 'partial-date', item: 'Part 9, Item 15, table: date', latest: 'today' },
            {
              id: 'offensePlace',
              kind: 'short-text',
              item: 'Part 9, Item 15, table: place',
              lengthMax: 120,
              sealed: true,
            },
            {
              id: 'offenseResult',
              kind: 'long-text',
              item: 'Part 9, Item 15, table: result',
              lengthMax: 1000,
              sealed: true,
            },
            {
              id: 'convictedOn',
              kind: 'partial-date',
              item: 'Part 9, Item 15, table: conviction or guilty plea',
              latest: 'today',
              optional: true,
            },
            {
              id: 'offenseSentence',
              kind: 'long-text',
              item: 'Part 9, Item 15, table: sentence',
              lengthMax: 1000,
              optional: true,
              sealed: true,
            },
          ],
        },
      ],
    },
    {
      id: 'sentence',
      when: anyOffense,
      questions: [
        {
          id: 'sentenceCompleted',
          kind: 'choice',
          item: 'Part 9, Item 16',
          options: ['never', 'completed', 'not-completed'],
          sealed: true,
        },
      ],
    },
    {
      id: 'conduct',
      questions: [
        confided('prostitution', 'Part 9, Item 17.a'),
        confided('traffickedDrugs', 'Part 9, Item 17.b'),
        confided('severalSpouses', 'Part 9, Item 17.c'),
        confided('marriedForStatus', 'Part 9, Item 17.d'),
      ],
    },
    {
      id: 'more-conduct',
      questions: [
        confided('helpedToEnter', 'Part 9, Item 17.e'),
        confided('gambled', 'Part 9, Item 17.f'),
        confided('supportUnpaid', 'Part 9, Item 17.g'),
        confided('misledForBenefit', 'Part 9, Item 17.h'),
      ],
    },
    {
      id: 'true-statements',
      questions: [confided('falseInformation', 'Part 9, Item 18'), confided('liedToEnter', 'Part 9, Item 19')],
    },
    {
      id: 'conduct-explained',
      when: anyYes(
        'prostitution',
        'traffickedDrugs',
        'severalSpouses',
        'marriedForStatus',
        'helpedToEnter',
        'gambled',
        'supportUnpaid',
        'misledForBenefit',
        'falseInformation',
        'liedToEnter',
      ),
      questions: [explained('conductExplained', 'Part 9, Items 17.a to 19, explanation')],
    },
    {
      id: 'removal',
      questions: [confided('inProceedings', 'Part 9, Item 20'), confided('removed', 'Part 9, Item 21')],
    },
    {
      id: 'removal-explained',
      when: anyYes('inProceedings', 'removed'),
      questions: [explained('removalExplained', 'Part 9, Items 20 and 21, explanation')],
    },
  ],
} as const satisfies Part
