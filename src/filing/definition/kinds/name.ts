import type { Kind } from '../kind.ts'
import type { NameQuestion } from '../question.ts'
import { parseText, postedText, textControl, textErrors } from './text.ts'

// Letters and marks of any script, and what stands between them in names. An organization may also have digits.
const personName = /^[\p{L}\p{M}\p{Join_Control} .,'’ʼ‘`·-]+$/u
const organizationName = /^[\p{L}\p{M}\p{N}\p{Join_Control} .,'’ʼ‘&()/#+:·–-]+$/u
const lengthMax = { family: 60, given: 60, middle: 60, full: 120, organization: 120 }
const autocomplete = {
  family: 'family-name',
  given: 'given-name',
  middle: 'additional-name',
  full: 'name',
  organization: 'organization',
}

export const name: Kind<NameQuestion, string> = {
  sealed: false,
  needed: 'filing.error.needed-text',
  errors: [...textErrors, 'filing.error.not-a-name'],
  parse: (question, posted) =>
    parseText(question, posted, {
      lengthMax: lengthMax[question.part],
      read: (text) => {
        const allowed = question.part === 'organization' ? organizationName : personName
        return allowed.test(text) && /\p{L}/u.test(text) ? { answer: text } : 'filing.error.not-a-name'
      },
    }),
  posted: postedText,
  controls: (question) =>
    textControl(question, {
      lengthMax: lengthMax[question.part],
      spellcheck: false,
      autocomplete: question.own ? autocomplete[question.part] : 'off',
    }),
  lines: (_, answer) => [{ plain: answer }],
}
