import type { Part } from '../../../../../src/filing/definition/definition.ts'
import { confided, explained } from './asking.ts'
import { anyYes, yes } from './bases.ts'

/** Part 9, Items 8 to 14: military, police and armed groups, detention, weapons, and children in war. */
export const part9Armed = {
  id: 'armed-service',
  pages: [
    {
      id: 'units-and-groups',
      questions: [confided('servedInUnit', 'Part 9, Item 8.a'), confided('servedInArmedGroup', 'Part 9, Item 8.b')],
    },
    {
      id: 'units',
      when: anyYes('servedInUnit', 'servedInArmedGroup'),
      questions: [
        {
          id: 'units',
          kind: 'list',
          item: 'Part 9, Item 8, explanation',
          least: 1,
          most: 20,
          named: ['unitName', 'unitCountry'],
          questions: [
            {
              id: 'unitName',
              kind: 'short-text',
              item: 'Part 9, Item 8, explanation: unit or group',
              lengthMax: 120,
              sealed: true,
            },
            {
              id: 'unitCountry',
              kind: 'select',
              item: 'Part 9, Item 8, explanation: country',
              list: 'countries',
              sealed: true,
            },
            {
              id: 'unitRank',
              kind: 'short-text',
              item: 'Part 9, Item 8, explanation: rank or position',
              lengthMax: 100,
              sealed: true,
            },
            { id: 'unitFrom', kind: 'partial-date', item: 'Part 9, Item 8, explanation: dates, from', latest: 'today' },
            {
              id: 'unitTo',
              kind: 'partial-date',
              item: 'Part 9, Item 8, explanation: dates, to',
              latest: 'today',
              optional: true,
            },
            {
              id: 'unitTasks',
              kind: 'long-text',
              item: 'Part 9, Item 8, explanation',
              explains: true,
              sealed: true,
              lengthMax: 2000,
            },
          ],
        },
      ],
    },
    {
      id: 'detention',
      questions: [confided('workedInDetention', 'Part 9, Item 9')],
    },
    {
      id: 'weapons',
      questions: [
        confided('helpedArmedGroup', 'Part 9, Item 10.a'),
        confided('usedWeapon', 'Part 9, Item 10.b', yes('helpedArmedGroup')),
        confided('threatenedWithWeapon', 'Part 9, Item 10.c', yes('helpedArmedGroup')),
      ],
    },
    {
      id: 'weapons-and-training',
      questions: [confided('soldWeapons', 'Part 9, Item 11'), confided('weaponsTraining', 'Part 9, Item 12')],
    },
    {
      id: 'children-in-war',
      questions: [
        confided('recruitedChildren', 'Part 9, Item 13'),
        confided('usedChildrenInWar', 'Part 9, Item 14'),
      ],
    },
    {
      id: 'armed-explained',
      when: anyYes(
        'workedInDetention',
        'helpedArmedGroup',
        'soldWeapons',
        'weaponsTraining',
        'recruitedChildren',
        'usedChildrenInWar',
      ),
      questions: [explained('armedExplained', 'Part 9, Items 9 to 14, explanation')],
    },
  ],
} as const satisfies Part
