import type { Condition, Part, Question } from '../../../../../src/filing/definition/definition.ts'
import { foreignAddress } from './items.ts'

const told = (id: string, item: string): Question => ({ id, kind: 'yes-no', sealed: true, item: `Part 4, Item ${item}` })
const anyYes = (...ids: readonly string[]): Condition => ({ any: ids.map((answer) => ({ answer, is: 'yes' })) })
const explained = (id: string, ...items: readonly string[]): Question => ({
  id,
  kind: 'long-text',
  explains: true,
  sealed: true,
  item: items.map((item) => `Part 4, Item ${item}`),
  lengthMax: 4000,
})

/** Part 4, Items 2 to 15. What else the agency asks before it lets somebody stay. */
export const part4: Part = {
  id: 'more-about-you',
  pages: [
    {
      id: 'address-abroad',
      questions: [
        { id: 'addressAbroad', kind: 'address', sealed: true, optional: true, item: foreignAddress('Part 4, Item 2') },
      ],
    },
    {
      id: 'plans-to-immigrate',
      questions: [told('immigrantVisa', '3'), told('immigrantPetition', '4'), told('filedI485', '5')],
    },
    {
      id: 'plans-explained',
      when: anyYes('immigrantVisa', 'immigrantPetition', 'filedI485'),
      questions: [explained('plansExplanation', '3', '4', '5')],
    },
    { id: 'arrests', questions: [told('arrested', '6')] },
    { id: 'arrests-explained', when: anyYes('arrested'), questions: [explained('arrestExplanation', '6')] },
    {
      id: 'harm-to-people',
      questions: [
        told('torture', '7.a'),
        told('killing', '7.b'),
        told('injuring', '7.c'),
        told('sexualHarm', '7.d'),
        told('religiousHarm', '7.e'),
      ],
    },
    {
      id: 'harm-explained',
      when: anyYes('torture', 'killing', 'injuring', 'sexualHarm', 'religiousHarm'),
      questions: [explained('harmExplanation', '7.a', '7.b', '7.c', '7.d', '7.e')],
    },
    {
      id: 'armed-groups',
      questions: [
        told('armedGroup', '8.a'),
        told('detentionWork', '8.b'),
        told('weaponsUse', '9'),
        told('weaponsTrade', '10'),
        told('weaponsTraining', '11'),
      ],
    },
    {
      id: 'armed-groups-explained',
      when: anyYes('armedGroup', 'detentionWork', 'weaponsUse', 'weaponsTrade', 'weaponsTraining'),
      questions: [explained('armedExplanation', '8.a', '8.b', '9', '10', '11')],
    },
    { id: 'keeping-status', questions: [told('violatedStatus', '12'), told('inRemoval', '13')] },
    {
      id: 'keeping-status-explained',
      when: anyYes('violatedStatus', 'inRemoval'),
      questions: [explained('statusExplanation', '12', '13')],
    },
    { id: 'work', questions: [told('employed', '14')] },
    {
      id: 'work-explained',
      when: anyYes('employed'),
      questions: [told('workPermitted', '14'), explained('workExplanation', '14')],
    },
    {
      id: 'support',
      when: { answer: 'employed', is: 'no' },
      questions: [explained('supportExplanation', '14')],
    },
    { id: 'exchange', questions: [told('exchangeVisitor', '15')] },
    {
      id: 'exchange-explained',
      when: anyYes('exchangeVisitor'),
      questions: [
        explained('exchangeExplanation', '15'),
        {
          id: 'homeResidence',
          kind: 'choice',
          sealed: true,
          item: 'Part 4, Item 15',
          options: ['no', 'yes', 'waived', 'unsure'],
        },
      ],
    },
  ],
}
