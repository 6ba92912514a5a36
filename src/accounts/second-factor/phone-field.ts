import { type Field, right, wrong } from '../../platform/http/field.ts'
import { postedText } from '../../platform/http/posted.ts'
import { mobileNumber } from '../../platform/phone-number.ts'

/**
 * A mobile number in E.164. Where `control` is given it is only asked for when that control has one of the values, and
 * null otherwise, whatever stands in it. `country` reads national numbers.
 */
export function mobileField<M extends { country: string }>(asked?: { control: string; values: readonly string[] }): Field<string | null, M> {
  return {
    echo: true,
    parse: (posted, name, { country }) => {
      if (asked && !asked.values.includes(postedText(posted, asked.control))) return right(null)
      const typed = postedText(posted, name)
      if (typed.trim() === '') return wrong(name, 'second-factor.phone.empty')
      const read = mobileNumber(typed, country)
      return 'error' in read ? wrong(name, read.error) : right(read.number)
    },
  }
}
