import { countryCodes, usStateCodes } from '../../profile/index.ts'
import type { MessageKey } from '../../platform/i18n/text.ts'
import type { Option } from './kind.ts'
import type { ListName } from './question.ts'

const lists: Record<ListName, readonly string[]> = {
  countries: countryCodes,
  'us-states': usStateCodes,
  'unit-types': ['apt', 'ste', 'flr'],
}

/** The values of a standing list, in the order they are offered. */
export const listOf = (list: ListName): readonly string[] => lists[list]

const options = new Map<string, Option>()

/** A value of a standing list with its name; a country's name comes from the reader's language. */
export function listOption(list: ListName, value: string): Option {
  const key = `filing.list.${list}.${value}`
  const option = options.get(key) ?? {
    value,
    label: list === 'countries' ? { country: value } : { product: key as MessageKey },
  }
  options.set(key, option)
  return option
}

const allOptions = new Map<ListName, readonly Option[]>()

/** Every option of a standing list. */
export function listOptions(list: ListName): readonly Option[] {
  const known = allOptions.get(list) ?? listOf(list).map((value) => listOption(list, value))
  allOptions.set(list, known)
  return known
}
