import { emailField } from '../../../accounts/index.ts'
import { type Field, type FieldError, right, wrong } from '../../../platform/http/field.ts'
import type { FormState } from '../../../platform/http/page.ts'
import { type Posted, postedText } from '../../../platform/http/posted.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { phoneNumber, shownPhone } from '../../../platform/phone-number.ts'
import { readName } from '../../../profile/index.ts'
import { TextField } from '../../../ui/index.ts'
import type { ClientContact } from '../client.ts'
import type { ClientKind, ClientNames } from '../client-names.ts'

/** What the form needs to know besides what was typed: the country whose phone numbers are typed without their code. */
export interface WithCountry {
  readonly country: string
}

const isCompany = (posted: Posted) => postedText(posted, 'kind') === 'company'

function readParts<P extends string>(posted: Posted, names: readonly P[]): { parts: Record<P, string>; errors: FieldError[] } {
  const errors: FieldError[] = []
  const parts = Object.fromEntries(
    names.map((at) => {
      const read = readName(postedText(posted, at), at)
      if ('error' in read) errors.push(read.error)
      return [at, 'name' in read ? read.name : '']
    }),
  ) as Record<P, string>
  return { parts, errors }
}

/** Companies are called by more than letters: “7-Eleven”, “Smith & Daughters”. */
const companyMost = 150

function readCompany(posted: Posted): ReturnType<Field<ClientNames>['parse']> {
  const { parts, errors } = readParts(posted, ['signer'])
  const company = postedText(posted, 'company').normalize('NFC').replace(/\s+/g, ' ').trim()
  if (!/[\p{L}\p{N}]/u.test(company)) errors.unshift({ at: 'company', key: 'clients.names.company.empty' })
  else if (/\p{C}/u.test(company)) errors.unshift({ at: 'company', key: 'platform.field.unsafe-characters' })
  else if ([...company].length > companyMost) errors.unshift({ at: 'company', key: 'platform.field.too-long', values: { most: companyMost } })
  return errors.length > 0 ? { ok: false, errors } : right({ kind: 'company', company, ...parts })
}

/** The names of a person or a company, by the kind that the form was shown for. */
export const clientNamesField: Field<ClientNames> = {
  echo: true,
  parse(posted) {
    if (isCompany(posted)) return readCompany(posted)
    const { parts, errors } = readParts(posted, ['family', 'given', 'middle'])
    if (errors.length === 0 && parts.family === '' && parts.given === '') errors.push({ at: 'family', key: 'clients.names.empty' })
    return errors.length > 0 ? { ok: false, errors } : right({ kind: 'person', ...parts })
  },
}

/** An email address, or nothing. */
export const clientEmailField: Field<string> = {
  echo: true,
  parse: (posted, name, model) => (postedText(posted, name).trim() === '' ? right('') : emailField.parse(posted, name, model)),
}

/** A phone number, or nothing. */
export const clientPhoneField: Field<string, WithCountry | undefined> = {
  echo: true,
  parse: (posted, name, model) => {
    const typed = postedText(posted, name)
    if (typed.trim() === '') return right('')
    const read = phoneNumber(typed, model?.country ?? 'US')
    return 'number' in read ? right(read.number) : wrong(name, read.error)
  },
}

interface FieldsProps {
  t: Text
  form: FormState
  country: string
  kind: ClientKind
  kept?: { readonly names: ClientNames; readonly contact: ClientContact }
}

const keptNames = (names: ClientNames | undefined): Partial<Record<string, string>> => (names ? { ...names } : {})

/** Names and ways to be reached, as far as they are known; nobody but the representative is asked for them, so that no browser fills in its owner's. */
export function ClientFields({ t, form, country, kind, kept }: FieldsProps) {
  const isTyped = form.errors.length > 0 || form.parked
  const shown = (name: string, before = '') => ({ name, value: isTyped ? form.value(name) : before, error: form.error(name), autocomplete: 'off', spellcheck: false })
  const names = keptNames(kept?.names)
  const optional = t('ui.optional')
  return (
    <>
      <input type="hidden" name="kind" value={kind} />
      {kind === 'company' ? (
        <>
          <TextField {...shown('company', names.company)} label={t('clients.names.company')} />
          <TextField {...shown('signer', names.signer)} label={t('clients.names.signer')} hint={t('clients.names.signer.hint')} note={optional} />
        </>
      ) : (
        <>
          <TextField {...shown('family', names.family)} label={t('clients.names.family')} hint={t('clients.names.family.hint')} />
          <TextField {...shown('given', names.given)} label={t('clients.names.given')} />
          <TextField {...shown('middle', names.middle)} label={t('clients.names.middle')} note={optional} />
        </>
      )}
      <TextField {...shown('email', kept?.contact.email)} type="email" label={t('clients.contact.email')} hint={t('clients.contact.email.hint')} note={optional} />
      <TextField {...shown('phone', kept?.contact.phone ? shownPhone(kept.contact.phone, country) : '')} label={t('clients.contact.phone')} note={optional} type="tel" width={24} numeric />
    </>
  )
}
