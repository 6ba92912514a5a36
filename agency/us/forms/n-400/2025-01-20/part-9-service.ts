import type { Part } from '../../../../../src/filing/definition/definition.ts'
import { confided, explained } from './asking.ts'
import { anyYes, no, yes } from './bases.ts'

/** Men born before 1960 had no duty to register (Proclamation 4771 of 1980). */
export const hadToRegister = { answer: 'dateOfBirth', after: '1959-12-31' } as const

/** Part 9, Items 22 to 29: Selective Service, the draft, and service in the armed forces of the United States. */
export const part9Service = {
  id: 'us-forces',
  pages: [
    {
      id: 'selective-service',
      when: { answer: 'sex', is: 'male' },
      questions: [
        { id: 'livedHereYoung', kind: 'yes-no', item: 'Part 9, Item 22.a' },
        { id: 'registered', kind: 'yes-no', item: 'Part 9, Item 22.b', when: yes('livedHereYoung') },
      ],
    },
    {
      id: 'selective-service-number',
      when: yes('registered'),
      questions: [
        { id: 'registeredOn', kind: 'partial-date', item: 'Part 9, Item 22.c, date', latest: 'today' },
        { id: 'selectiveServiceNumber', kind: 'short-text', item: 'Part 9, Item 22.c, number', lengthMax: 15, sealed: true },
      ],
    },
    {
      id: 'not-registered',
      when: { all: [no('registered'), hadToRegister] },
      questions: [explained('notRegisteredReason', 'Part 9, Item 22.b, explanation')],
    },
    {
      id: 'draft',
      questions: [confided('leftToAvoidDraft', 'Part 9, Item 23'), confided('soughtExemption', 'Part 9, Item 24')],
    },
    {
      id: 'draft-explained',
      when: anyYes('leftToAvoidDraft', 'soughtExemption'),
      questions: [explained('draftExplained', 'Part 9, Items 23 and 24, explanation')],
    },
    {
      id: 'us-forces',
      questions: [{ id: 'servedInForces', kind: 'yes-no', item: 'Part 9, Item 25' }],
    },
    {
      id: 'us-forces-now',
      when: yes('servedInForces'),
      questions: [
        { id: 'currentMember', kind: 'yes-no', item: 'Part 9, Item 26.a' },
        { id: 'deployingSoon', kind: 'yes-no', item: 'Part 9, Item 26.b', when: yes('currentMember') },
        { id: 'stationedAbroad', kind: 'yes-no', item: 'Part 9, Item 26.c', when: yes('currentMember') },
        { id: 'formerMemberAbroad', kind: 'yes-no', item: 'Part 9, Item 26.d', when: no('currentMember') },
      ],
    },
    {
      id: 'us-forces-record',
      when: yes('servedInForces'),
      questions: [
        confided('courtMartialed', 'Part 9, Item 27'),
        confided('dischargedAsAlien', 'Part 9, Item 28'),
        confided('deserted', 'Part 9, Item 29'),
      ],
    },
    {
      id: 'us-forces-explained',
      when: anyYes('courtMartialed', 'dischargedAsAlien', 'deserted'),
      questions: [explained('forcesExplained', 'Part 9, Items 27 to 29, explanation')],
    },
  ],
} as const satisfies Part
