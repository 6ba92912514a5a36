import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import type { Kind } from '../kind.ts'
import type { PhoneQuestion } from '../question.ts'
import { parseText, textControl, textErrors } from './text.ts'

/** E.164 as people write it: a number of the United States nationally, others internationally. */
function shown(phone: string): string {
  const parsed = parsePhoneNumberFromString(phone)
  if (parsed === undefined) return phone
  return parsed.countryCallingCode === '1' ? parsed.formatNational() : parsed.formatInternational()
}

export const phone: Kind<PhoneQuestion, string> = {
  sealed: true,
  needed: 'filing.error.needed-text',
  errors: [...textErrors, 'filing.error.not-a-phone'],
  parse: (question, posted) =>
    parseText(question, posted, {
      lengthMax: 30,
      read: (text) => {
        const found = parsePhoneNumberFromString(text, { defaultCountry: 'US', extract: false })
        return found?.isPossible() && !found.ext ? { answer: found.number as string } : 'filing.error.not-a-phone'
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
