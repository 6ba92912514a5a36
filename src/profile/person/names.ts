import { type Field, type FieldError, unsafeCharacters } from '../../platform/http/field.ts'
import { type Posted, postedText } from '../../platform/http/posted.ts'

export const nameOrders = ['given-first', 'family-first'] as const
export type NameOrder = (typeof nameOrders)[number]

/**
 * A person's names as they are. Who has one name only has one part and leaves the other empty; `order` says how the two
 * are spoken, `ownScript` is the whole name in the letters the person writes it in, `called` what to say to them.
 */
export interface PersonNames {
  readonly given: string
  readonly family: string
  readonly order: NameOrder
  readonly ownScript: string
  readonly called: string
  readonly others: readonly string[]
}

/** In characters as a reader counts them, not in bytes: a name of 100 letters fits in every script. */
export const nameCharactersMost = 100
export const otherNamesMost = 10

// Letters and marks of any script, joined as Persian and the scripts of India need, and what stands between them in names.
const aName = /^[\p{L}\p{M}](?:[\p{L}\p{M} .,'’ʼ‘`·・־-]|[\u200c\u200d](?=[\p{L}\p{M}]))*$/u

const cleaned = (typed: string) => typed.normalize('NFC').replace(/\s+/g, ' ').trim()

/** One part of a name as it is kept: NFC, single spaces, letters of any script. Empty stays empty; `at` is told with an error. */
export function readName(typed: string, at: string): { name: string } | { error: FieldError } {
  if (unsafeCharacters.test(typed)) return { error: { at, key: 'platform.field.unsafe-characters' } }
  const name = cleaned(typed)
  if ([...name].length > nameCharactersMost)
    return { error: { at, key: 'platform.field.too-long', values: { most: nameCharactersMost } } }
  return name === '' || (aName.test(name) && /\p{L}/u.test(name)) ? { name } : { error: { at, key: 'person.names.not-a-name' } }
}

function readOthers(typed: string, at: string): { names: string[] } | { error: FieldError } {
  const lines = typed.split(/\r\n?|\n/).filter((line) => line.trim() !== '')
  if (lines.length > otherNamesMost) return { error: { at, key: 'person.names.too-many', values: { most: otherNamesMost } } }
  const read = lines.map((line) => readName(line, at))
  const error = read.find((each) => 'error' in each)
  return error && 'error' in error ? { error: error.error } : { names: read.flatMap((each) => ('name' in each ? [each.name] : [])) }
}

/** All controls of the names' form at once, because one of the two parts is enough and it does not matter which. */
export const namesField: Field<PersonNames> = {
  echo: true,
  parse(posted: Posted) {
    const errors: FieldError[] = []
    const read = (at: string) => {
      const found = readName(postedText(posted, at), at)
      if ('error' in found) errors.push(found.error)
      return 'name' in found ? found.name : ''
    }
    const [given, family, ownScript, called] = ['given', 'family', 'own-script', 'called'].map(read) as [string, string, string, string]
    const others = readOthers(postedText(posted, 'others'), 'others')
    if ('error' in others) errors.push(others.error)
    const order = nameOrders.find((each) => each === postedText(posted, 'order'))
    if (!order) errors.push({ at: 'order', key: 'person.names.order.empty' })
    if (errors.length === 0 && given === '' && family === '') errors.push({ at: 'family', key: 'person.names.empty' })
    if (errors.length > 0 || !order || 'error' in others) return { ok: false, errors }
    return { ok: true, value: { given, family, order, ownScript, called, others: others.names } }
  },
}

// Names in these scripts are written without a space between their parts.
const closeUp = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+$/u

/** The name as it is spoken. */
export function wholeName({ given, family, order }: Pick<PersonNames, 'given' | 'family' | 'order'>): string {
  const parts = (order === 'given-first' ? [given, family] : [family, given]).filter((part) => part !== '')
  return parts.join(parts.every((part) => closeUp.test(part)) ? '' : ' ')
}
