import { listed } from '../definition/answer.ts'
import type { Answers, FormDefinition, Texts } from '../definition/definition.ts'

/** A small form with lists: children, journeys, and numbers worked out from them. */
export const listsForm = {
  form: 'x-2',
  edition: '2026-01-15',
  parts: [
    {
      id: 'family',
      pages: [
        {
          id: 'birth',
          questions: [{ id: 'dateOfBirth', kind: 'date', latest: 'today', item: 'Part 1, Item 1' }],
        },
        {
          id: 'children',
          questions: [
            {
              id: 'children',
              kind: 'list',
              item: 'Part 1, Item 2',
              most: 3,
              named: ['childGivenName', 'childFamilyName'],
              questions: [
                { id: 'childGivenName', kind: 'name', part: 'given', item: 'Part 1, Item 2.a' },
                { id: 'childFamilyName', kind: 'name', part: 'family', item: 'Part 1, Item 2.b', optional: true },
                { id: 'childBornOn', kind: 'date', latest: 'today', item: 'Part 1, Item 2.c' },
                { id: 'childLivesWith', kind: 'choice', options: ['me', 'other'], item: 'Part 1, Item 2.d' },
                {
                  id: 'childElsewhere',
                  kind: 'short-text',
                  item: 'Part 1, Item 2.e',
                  when: { answer: 'childLivesWith', is: 'other' },
                },
              ],
            },
          ],
        },
        {
          id: 'support',
          when: { some: 'children', where: { answer: 'childLivesWith', is: 'other' } },
          questions: [{ id: 'support', kind: 'yes-no', item: 'Part 1, Item 3' }],
        },
      ],
    },
    {
      id: 'travel',
      pages: [
        {
          id: 'journeys',
          questions: [
            {
              id: 'journeys',
              kind: 'list',
              item: 'Part 2, Item 1',
              least: 1,
              most: 20,
              named: ['journeyTo'],
              questions: [
                { id: 'journeyTo', kind: 'select', list: 'countries', item: 'Part 2, Item 1.a' },
                { id: 'leftOn', kind: 'date', latest: 'today', item: 'Part 2, Item 1.b' },
                { id: 'backOn', kind: 'date', latest: 'today', item: 'Part 2, Item 1.c' },
              ],
            },
          ],
        },
        {
          id: 'long-away',
          when: { answer: 'daysOutside', moreThan: 100 },
          questions: [{ id: 'whyAway', kind: 'long-text', explains: true, item: 'Part 2, Item 2' }],
        },
      ],
    },
  ],
  derived: [
    { id: 'age', at: 'dateOfBirth', yearsSince: 'dateOfBirth' },
    { id: 'childCount', at: 'children', count: 'children' },
    {
      id: 'daysOutside',
      at: 'journeys',
      daysAway: { over: 'journeys', left: 'leftOn', back: 'backOn', since: { from: 'today', plus: '-P5Y' } },
    },
  ],
  rules: [
    {
      id: 'child-older',
      level: 'error',
      at: 'childBornOn',
      named: 'dates-in-order',
      of: ['dateOfBirth', 'childBornOn'],
      cite: 'Part 1, Items 1 and 2.c',
    },
    {
      id: 'back-before-leaving',
      level: 'error',
      at: 'backOn',
      when: { answer: 'backOn', before: { answer: 'leftOn' } },
    },
    {
      id: 'young-parent',
      level: 'warning',
      at: 'children',
      when: { all: [{ answer: 'age', lessThan: 18 }, { answer: 'childCount', moreThan: 0 }] },
    },
  ],
  evidence: [
    { id: 'births', required: true, when: { answered: 'children' } },
    { id: 'passport', required: false, when: { some: 'journeys', where: { answer: 'journeyTo', is: 'PE' } } },
  ],
  fees: [],
  eligibility: { questions: [], outcomes: [{ id: 'yes', outcome: 'yes' }] },
  scenarios: [
    {
      name: 'two children',
      answers: {
        dateOfBirth: '1980-05-06',
        children: listed(
          { childGivenName: 'Ana', childBornOn: '2010-01-02', childLivesWith: 'me' },
          { childGivenName: 'Leo', childFamilyName: 'Test', childBornOn: '2012-03-04', childLivesWith: 'other', childElsewhere: 'Lima' },
        ),
        support: 'yes',
        journeys: listed({ journeyTo: 'PE', leftOn: '2025-01-01', backOn: '2025-01-11' }),
      },
      files: { births: 'births.pdf' },
    },
    {
      name: 'long away',
      answers: {
        dateOfBirth: '1980-05-06',
        journeys: listed({ journeyTo: 'MX', leftOn: '2024-01-01', backOn: '2024-12-31' }),
        whyAway: 'I looked after my mother.',
      },
      files: {},
    },
  ],
} as const satisfies FormDefinition

export const listsTexts: Texts = {
  'form.title': 'Form with lists',
  'form.purpose': 'To test lists.',
  'form.who': 'Who tests them.',
  'part.family.title': 'Your family',
  'part.travel.title': 'Your journeys',
  'page.birth.title': 'Your birth',
  'page.children.title': 'Your children',
  'page.support.title': 'Support',
  'page.journeys.title': 'Journeys',
  'page.long-away.title': 'A long time away',
  'dateOfBirth.label': 'Date of birth',
  'children.label': 'Children',
  'children.entry': 'A child',
  'children.add': 'Add a child',
  'children.none': 'You have added no child.',
  'childGivenName.label': 'Given name',
  'childFamilyName.label': 'Family name',
  'childBornOn.label': 'Date of birth',
  'childLivesWith.label': 'Who does the child live with?',
  'childLivesWith.option.me': 'With me',
  'childLivesWith.option.other': 'With somebody else',
  'childElsewhere.label': 'Where the child lives',
  'support.label': 'Do you support each child?',
  'journeys.label': 'Journeys',
  'journeys.entry': 'A journey',
  'journeys.add': 'Add a journey',
  'journeyTo.label': 'Country',
  'leftOn.label': 'Day you left',
  'backOn.label': 'Day you came back',
  'whyAway.label': 'Why you were away',
  'derived.age': 'You are {value, plural, one {# year} other {# years}} old.',
  'derived.childCount': '{value, plural, one {# child} other {# children}}.',
  'derived.daysOutside': 'You were away for {value, plural, one {# day} other {# days}} in five years.',
  'rule.child-older': 'The child was born before you. Check both dates.',
  'rule.back-before-leaving': 'You came back before you left. Check both days.',
  'rule.young-parent': 'Check the date of birth: you have a child and are under 18.',
  'evidence.births.document': 'Birth certificates',
  'evidence.births.why': 'To know the children.',
  'evidence.passport.document': 'Passport',
  'evidence.passport.why': 'To see the journeys.',
  'evidence.passport.when': 'you list a journey to Peru',
  'eligibility.outcome.yes': 'You can file.',
}

export const longAway: Answers = listsForm.scenarios[1].answers
