import { phoneNumber, shownPhone } from '../../../platform/phone-number.ts'
import type { Kind } from '../kind.ts'
import type { PhoneQuestion } from '../question.ts'
import { parseText, textControl, textErrors } from './text.ts'

/** Forms of this agency's country: a kind is chosen before there is an agency pack to ask. */
const country = 'US'
const shown = (phone: string) => shownPhone(phone, country)

export const phone: Kind<PhoneQuestion, string> = {
  sealed: true,
  needed: 'filing.error.needed-text',
  errors: [...textErrors, 'filing.error.not-a-phone'],
  parse: (question, posted) =>
    parseText(question, posted, {
      lengthMax: 30,
      read: (text) => {
        const read = phoneNumber(text, country)
        return 'number' in read ? { answer: read.number } : 'filing.error.not-a-phone'
      },
    }),
  posted: ({ id }, answer) => ({ [id]: shown(answer) }),
  controls: (question) =>
    textControl(
      question,
      { inputMode: 'tel', lengthMax: 30, width: 20, autocomplete: question.own ? 'tel' : 'off' },
      'filing.hint.phone',
    ),
  lines: (_, answer) => [{ plain: shown(answer) }],
}
