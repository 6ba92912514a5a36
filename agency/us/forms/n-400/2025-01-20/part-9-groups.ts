import type { Part } from '../../../../../src/filing/definition/definition.ts'
import { confided, explained } from './asking.ts'
import { anyYes } from './bases.ts'

/** Part 9, Items 1 to 7: claims, votes, taxes, groups, and harm done to others. */
export const part9Groups = {
  id: 'claims-and-groups',
  pages: [
    {
      id: 'claims-and-voting',
      questions: [confided('claimedCitizen', 'Part 9, Item 1'), confided('registeredOrVoted', 'Part 9, Item 2')],
    },
    {
      id: 'taxes',
      questions: [confided('owesTaxes', 'Part 9, Item 3'), confided('calledNonresident', 'Part 9, Item 4')],
    },
    {
      id: 'claims-and-taxes-explained',
      when: anyYes('claimedCitizen', 'registeredOrVoted', 'owesTaxes', 'calledNonresident'),
      questions: [explained('claimsExplained', 'Part 9, Items 1 to 4, explanation')],
    },
    {
      id: 'parties',
      questions: [confided('partyMember', 'Part 9, Item 5.a'), confided('advocated', 'Part 9, Item 5.b')],
    },
    {
      id: 'violent-groups',
      questions: [
        confided('groupUsedWeapon', 'Part 9, Item 6.a'),
        confided('groupKidnapped', 'Part 9, Item 6.b'),
        confided('groupThreatened', 'Part 9, Item 6.c'),
      ],
    },
    {
      id: 'groups-explained',
      when: anyYes('partyMember', 'advocated', 'groupUsedWeapon', 'groupKidnapped', 'groupThreatened'),
      questions: [explained('groupsExplained', 'Part 9, Items 5.a to 6.c, explanation')],
    },
    {
      id: 'harm',
      questions: [
        confided('tortured', 'Part 9, Item 7.a'),
        confided('tookPartInGenocide', 'Part 9, Item 7.b'),
        confided('killed', 'Part 9, Item 7.c'),
        confided('injured', 'Part 9, Item 7.d'),
      ],
    },
    {
      id: 'harm-to-persons',
      questions: [
        confided('sexualHarm', 'Part 9, Item 7.e'),
        confided('hinderedReligion', 'Part 9, Item 7.f'),
        confided('persecuted', 'Part 9, Item 7.g'),
      ],
    },
    {
      id: 'harm-explained',
      when: anyYes(
        'tortured',
        'tookPartInGenocide',
        'killed',
        'injured',
        'sexualHarm',
        'hinderedReligion',
        'persecuted',
      ),
      questions: [explained('harmExplained', 'Part 9, Items 7.a to 7.g, explanation')],
    },
  ],
} as const satisfies Part
