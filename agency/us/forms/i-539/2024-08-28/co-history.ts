import type { Condition, EntryQuestion } from '../../../../../src/filing/definition/definition.ts'

const item = (number: string) => `Form I-539A, Part 3, Item ${number}`
const signs = (number: string) => `Form I-539A, Part 4, Item ${number}`
const yes = (answer: string): Condition => ({ answer, is: 'yes' })
const told = (id: string, number: string): EntryQuestion => ({ id, kind: 'yes-no', sealed: true, item: item(number) })

/** Items 1 to 16, in the order of the form. */
const asked = [
  'coImmigrantVisa',
  'coImmigrantPetition',
  'coFiledI485',
  'coArrested',
  'coTorture',
  'coKilling',
  'coInjuring',
  'coSexualHarm',
  'coReligiousHarm',
  'coArmedGroup',
  'coDetentionWork',
  'coWeaponsUse',
  'coWeaponsTrade',
  'coWeaponsTraining',
  'coViolatedStatus',
  'coInRemoval',
] as const

const explained = (id: string, when: Condition, ...numbers: readonly string[]): EntryQuestion => ({
  id,
  kind: 'long-text',
  explains: true,
  sealed: true,
  item: numbers.map(item),
  when,
  lengthMax: 4000,
})

/** Form I-539A, Parts 3 and 4: what is asked of each member of the family, how to reach them, and their signature. */
export const coHistory: readonly EntryQuestion[] = [
  ...asked.map((id, index) => told(id, `${index + 1}`)),
  explained('coHistoryExplanation', { any: asked.map(yes) }, ...asked.map((_, index) => `${index + 1}`)),
  told('coEmployed', '17'),
  { ...told('coWorkPermitted', '17'), when: yes('coEmployed') },
  explained('coWorkExplanation', yes('coEmployed'), '17'),
  explained('coSupportExplanation', { answer: 'coEmployed', is: 'no' }, '17'),
  told('coExchangeVisitor', '18'),
  explained('coExchangeExplanation', yes('coExchangeVisitor'), '18'),
  { id: 'coDaytimePhone', kind: 'phone', sealed: true, item: signs('1'), optional: true },
  { id: 'coMobilePhone', kind: 'phone', sealed: true, item: signs('2'), optional: true },
  { id: 'coEmail', kind: 'email', item: signs('3'), optional: true },
  { id: 'coHowRead', kind: 'choice', item: 'Form I-539A, Part 5', options: ['english', 'interpreter'] },
  { id: 'coWhoSigns', kind: 'choice', item: signs('4, note'), options: ['self', 'parent', 'guardian'] },
  {
    id: 'coCertification',
    kind: 'checkboxes',
    item: 'Form I-539A, Part 4, certification',
    options: ['true', 'records', 'fingerprints'],
    every: true,
  },
  { id: 'coSignature', kind: 'name', part: 'full', item: signs('4, signature') },
  { id: 'coSignedOn', kind: 'date', item: signs('4, date'), latest: 'today' },
]
