import { dayField, type Field, longTextField, type Parsed, right, textField, wrong } from '../../platform/http/field.ts'
import type { MessageKey } from '../../platform/i18n/text.ts'
import { type Posted, postedText } from '../../platform/http/posted.ts'
import { anotherLanguage, type DescribedPart, issuerCharactersMost, noteCharactersMost } from '../description/description.ts'
import type { DescriptionModel } from './description-page.tsx'

type DescriptionField = Field<string, DescriptionModel>

const emptyKey = (part: DescribedPart): MessageKey => `evidence.describe.${part}.empty` as MessageKey

/** What the document's rule asks for has to be said; everything else can be left out. */
const orEmpty = (part: DescribedPart, at: string, { needed }: DescriptionModel): Parsed<string> =>
  needed.includes(part) ? wrong(at, emptyKey(part)) : right('')

function oneOf(part: DescribedPart, offered: (model: DescriptionModel) => readonly string[]): DescriptionField {
  return {
    echo: true,
    parse(posted, name, model) {
      const value = postedText(posted, name)
      if (value === '') return orEmpty(part, name, model)
      return offered(model).includes(value) ? right(value) : wrong(name, emptyKey(part))
    },
  }
}

const isEmptyDay = (posted: Posted, name: string) =>
  ['month', 'day', 'year'].every((piece) => postedText(posted, `${name}-${piece}`).trim() === '')

function optionalDay(part: 'issuedOn' | 'validUntil'): DescriptionField {
  const day = dayField({ empty: emptyKey(part), impossible: 'evidence.describe.day-impossible' })
  return {
    echo: true,
    parse(posted, name, model) {
      if (isEmptyDay(posted, name)) return orEmpty(part, `${name}-month`, model)
      const parsed = day.parse(posted, name, model)
      return parsed.ok ? right(parsed.value.toString()) : parsed
    },
  }
}

const issuer = textField({ empty: emptyKey('issuer'), most: issuerCharactersMost, optional: true })

/** The fields of a description, by the names they are posted under. A kind that was kept stays offered when the pack drops it. */
export const descriptionFields = {
  kind: oneOf('kind', ({ agency, file }) => [...agency.documents.kinds, file.description?.kind ?? '']),
  issuer: {
    echo: true,
    parse(posted, name, model) {
      const parsed = issuer.parse(posted, name, model)
      return parsed.ok && parsed.value === '' ? orEmpty('issuer', name, model) : parsed
    },
  } satisfies DescriptionField,
  issued: optionalDay('issuedOn'),
  valid: optionalDay('validUntil'),
  language: oneOf('language', ({ agency, file }) => [...agency.documents.languages, anotherLanguage, file.description?.language ?? '']),
  note: longTextField({ empty: emptyKey('note'), most: noteCharactersMost, optional: true }),
  seen: textField({ empty: 'evidence.describe.note.empty', most: 16, optional: true }),
}
