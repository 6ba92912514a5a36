import type { Kind } from '../kind.ts'
import type { EmailQuestion } from '../question.ts'
import { parseText, postedText, textControl, textErrors } from './text.ts'

// RFC 5321: 64 octets before the at sign, 254 in all. Whether it can be reached only a mail can tell.
const lengthMax = 254
const address = /^[^\s@<>()[\],;:\\"]{1,64}@[^\s@<>()[\],;:\\"]+\.[^\s@<>()[\],;:\\".]{2,}$/

export const email: Kind<EmailQuestion, string> = {
  sealed: false,
  needed: 'filing.error.needed-text',
  errors: [...textErrors, 'filing.error.not-an-email'],
  parse: (question, posted) =>
    parseText(question, posted, {
      lengthMax,
      read: (text) => (address.test(text) && !text.includes('..') ? { answer: text } : 'filing.error.not-an-email'),
    }),
  posted: postedText,
  controls: (question) =>
    textControl(question, {
      inputMode: 'email',
      lengthMax,
      spellcheck: false,
      autocomplete: question.own ? 'email' : 'off',
    }),
  lines: (_, answer) => [{ plain: answer }],
}
