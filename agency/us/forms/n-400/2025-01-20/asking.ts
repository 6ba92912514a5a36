import type { Condition } from '../../../../../src/filing/definition/definition.ts'
import type { LongTextQuestion, YesNoQuestion } from '../../../../../src/filing/definition/question.ts'

/** A yes or no that is told in confidence. */
export const confided = (id: string, item: string, when?: Condition): YesNoQuestion => ({
  id,
  kind: 'yes-no',
  item,
  sealed: true,
  ...(when ? { when } : {}),
})

/** What a yes to one of a group of questions was about. The form wants it in Part 14. */
export const explained = (id: string, item: string): LongTextQuestion => ({
  id,
  kind: 'long-text',
  item,
  explains: true,
  sealed: true,
  lengthMax: 6000,
})
