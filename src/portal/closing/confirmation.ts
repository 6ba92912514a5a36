import { type Field, right, wrong } from '../../platform/http/field.ts'
import { type Posted, postedText } from '../../platform/http/posted.ts'
import type { ClosingPageModel } from './pages/close-page.tsx'

/** Full-width letters and digits are what some keyboards give; spaces and case mean nothing here. */
const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, '').toLocaleUpperCase()

/** The word shown, or the last four digits of the number: typed, so that no slip of a finger closes an account. */
export const confirmationField: Field<true, ClosingPageModel> = {
  echo: true,
  parse: (posted: Posted, name, { word, lastFour }) => {
    const typed = plain(postedText(posted, name))
    if (typed === '') return wrong(name, 'closing.confirm.empty', { word })
    return typed === plain(word) || (lastFour !== '' && typed === lastFour) ? right(true as const) : wrong(name, 'closing.confirm.wrong', { word })
  },
}
