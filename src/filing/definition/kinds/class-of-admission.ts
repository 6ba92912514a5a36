import type { Kind } from '../kind.ts'
import type { ClassOfAdmissionQuestion } from '../question.ts'
import { parseText, postedText, textControl, textErrors } from './text.ts'

// One to three letters and up to three digits or letters: IR1, F11, CR6, SI6, W16, E26, NP8, LPR.
const code = /^(?=.{2,5}$)[A-Z]{1,3}\d{0,3}[A-Z]?$/

export const classOfAdmission: Kind<ClassOfAdmissionQuestion, string> = {
  sealed: false,
  needed: 'filing.error.needed-text',
  errors: [...textErrors, 'filing.error.not-class-of-admission'],
  parse: (question, posted) =>
    parseText(question, posted, {
      lengthMax: 20,
      read: (text) => {
        const plain = text.toUpperCase().replace(/[ -]/g, '')
        return code.test(plain) ? { answer: plain } : 'filing.error.not-class-of-admission'
      },
    }),
  posted: postedText,
  controls: (question) =>
    textControl(
      question,
      { lengthMax: 20, width: 6, autocomplete: 'off', spellcheck: false },
      'filing.hint.class-of-admission',
    ),
  lines: (_, answer) => [{ plain: answer }],
}
