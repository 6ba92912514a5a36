import type { AgencyPack } from '../../agency/index.ts'
import { addressOf, type Answers, type FormDefinition, offerAnswers, type OfferedAnswers } from '../../filing/index.ts'
import { newId } from '../../platform/ids.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { authorityName, type Client, type OwnPractice } from '../../representation/index.ts'

/** The form by which a representative appears for somebody. */
export const appearanceForm = 'g-28'

/** What a notice of appearance is filled in from. */
export interface KnownForAppearance {
  readonly practice: OwnPractice
  /** The representative's own online account number; null: none yet. */
  readonly accountNumber: string | null
  readonly client: Client
  /** The form that is prepared, in words; or what the case is about. */
  readonly matter: string
  readonly receiptNumber?: string | undefined
}

const standings = { attorney: 'attorney', accredited: 'accredited-representative' } as const

function ofPractice({ practice: { names, practice, licences }, accountNumber }: KnownForAppearance) {
  if (!practice) return {}
  const accreditation = licences.find(({ kind }) => kind === 'accredited')
  const { organization, contact, kind } = practice
  const own = kind === 'attorney' ? { lawFirm: organization } : { recognizedOrganization: organization, accreditedOn: accreditation?.admittedOn.toString() }
  return {
    ...own,
    familyName: names?.family,
    givenName: names?.given,
    onlineAccountNumber: accountNumber,
    businessAddress: addressOf(contact.address),
    daytimePhone: contact.phone,
    email: contact.email,
    standing: standings[kind],
  }
}

function ofClient({ client: { names, contact } }: KnownForAppearance) {
  const called =
    names.kind === 'company'
      ? { clientIsEntity: 'yes', entityName: names.company }
      : { clientIsEntity: 'no', clientFamilyName: names.family || names.given, clientGivenName: names.family ? names.given : '', clientMiddleName: names.middle }
  return { ...called, clientDaytimePhone: contact.phone, clientEmail: contact.email, clientAddress: contact.address && addressOf(contact.address) }
}

/** What is shown in the fields of a notice of appearance: nothing of it counts before its page is saved. */
export function offeredForAppearance(definition: FormDefinition, known: KnownForAppearance): OfferedAnswers {
  const matter = { agency: 'uscis', uscisMatter: known.matter.slice(0, 200), receiptNumber: known.receiptNumber }
  return {
    ...offerAnswers(definition, ofPractice(known), { from: 'practice' }),
    ...offerAnswers(definition, ofClient(known), { from: 'client' }),
    ...offerAnswers(definition, matter, { from: 'matter' }),
  }
}

/** The licences of an attorney, as the list of the notice has them: those that their practice rests on. */
export function listsForAppearance({ agency, t }: { agency: AgencyPack; t: Text }, { practice: { licences } }: KnownForAppearance): Answers {
  const admitted = licences.filter(({ kind, state }) => kind === 'attorney' && state !== 'refused')
  if (admitted.length === 0) return {}
  const entries = admitted.map(({ authority, number }) => ({
    id: newId(),
    answers: { licensingAuthority: authorityName(agency, t, authority).slice(0, 100), barNumber: number.slice(0, 30) || null },
  }))
  return { bars: entries }
}
