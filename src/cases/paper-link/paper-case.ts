import { newId } from '../../platform/ids.ts'
import type { Services } from '../../platform/services.ts'
import { paths } from '../../platform/paths.ts'
import { agencyDay } from '../case.ts'
import { accessCodeDays, accessCodeHash, newAccessCode } from './access-code.ts'
import type { Addressee } from './letter/addressee.ts'
import type { FactsOf, LetterName } from './letter/letters.ts'
import type { LetterRow, NoticeRow, PaperRow } from './paper-store.ts'
import { nameOnPaper, type PaperPerson, sealPaperPerson } from './paper-filing.ts'
import { sealLetter } from './printing/sealed-letter.ts'

/** Whose account a case from paper belongs to; `number` is printed on their notice. */
export interface PaperAccount {
  readonly id: string
  readonly number: string
}

/** A form on paper as it is taken in. */
export interface PaperCase {
  readonly form: string
  readonly receivedOn: Temporal.PlainDate
  readonly person: PaperPerson
  /** The keyed hash of the person's date of birth, as accounts keep it. */
  readonly dateOfBirthHash: string
  /** Null: handled by a consulate, or nobody knows yet whose it is. Then there is no notice. */
  readonly account: PaperAccount | null
  readonly consular: boolean
  readonly feeCents: number | null
  readonly language: string
}

/** The account of the notice's addressee and the number that is printed for them; null: none that we know. */
type NoticeFor = { addressee: 'applicant' | 'representative'; account: PaperAccount | null; cause: NoticeRow['cause'] }

export type LetterServices = Pick<Services, 'keys' | 'agency' | 'publicUrl'>

/** A letter as it waits for print. Its facts are sealed for the case, a code among them, until it is printed. */
export function letterRow<N extends LetterName>(
  { keys }: Pick<Services, 'keys'>,
  { caseId, notice, name, facts }: { caseId: string; notice: string | null; name: N; facts: FactsOf<N> },
): LetterRow {
  const id = newId()
  const sealed = sealLetter(keys, caseId, id, facts).toString('base64')
  return { id, case: caseId, notice, kind: name, sealed, written_at: facts.writtenAt.toString() }
}

/** What letters about one filing have in common. */
export const lettersFacts = ({ person, form, receivedOn, language }: Pick<PaperCase, 'person' | 'form' | 'receivedOn' | 'language'>, receiptNumber: string, at: Temporal.Instant) => ({
  addressee: { name: nameOnPaper(person), address: person.address },
  receiptNumber,
  form,
  receivedOn,
  language,
  writtenAt: at,
})

/** What letters about a code say: to whom, with whose number, until when, and where it is used. */
export function codeFacts(
  { agency, publicUrl }: Pick<Services, 'agency' | 'publicUrl'>,
  paper: Parameters<typeof lettersFacts>[0],
  { receiptNumber, addressee, number, expiresAt, at }: { receiptNumber: string; addressee: 'applicant' | 'representative'; number: string | null; expiresAt: Temporal.Instant; at: Temporal.Instant },
) {
  const { representative } = paper.person
  return {
    ...lettersFacts(paper, receiptNumber, at),
    ...(addressee === 'representative' && representative ? { addressee: { name: representative.name, address: representative.address } } : {}),
    role: addressee,
    onlineAccountNumber: number,
    expiresOn: agencyDay(agency, expiresAt),
    claimUrl: publicUrl + paths.claim(),
  }
}

/** A notice with its letter: the code is made here, printed in the one and kept as a hash in the other. */
export function noticeWithLetter(
  services: LetterServices,
  { caseId, receiptNumber, paper, at }: { caseId: string; receiptNumber: string; paper: PaperCase; at: Temporal.Instant },
  { addressee, account, cause }: NoticeFor,
): { notice: NoticeRow; letter: LetterRow } {
  const { agency, keys } = services
  const code = receiptNumber.startsWith(agency.receipts.onlinePrefix) ? newAccessCode() : null
  const expiresAt = at.add({ hours: 24 * accessCodeDays.works })
  const notice: NoticeRow = {
    ...{ id: newId(), case: caseId, addressee, account: account?.id ?? null, cause },
    ...{ code_hash: code && accessCodeHash(keys, code), issued_at: at.toString(), expires_at: expiresAt.toString() },
  }
  const letter = cause === 'intake' ? 'access-notice' : 'code-again'
  const facts = {
    ...codeFacts(services, paper, { receiptNumber, addressee, number: account?.number ?? null, expiresAt, at }),
    accessCode: code,
    ...(cause === 'intake' ? {} : { askedBy: cause === 'office' ? 'office' : 'person' }),
  }
  return { notice, letter: letterRow(services, { caseId, notice: notice.id, name: letter, facts: facts as FactsOf<typeof letter> }) }
}

/** A letter that a form on paper makes as it is taken in, and to whom it goes. */
export interface LetterTo {
  readonly name: 'access-notice' | 'consular-filing'
  readonly role: 'applicant' | 'representative'
  readonly addressee: Addressee
}

/** The letters that a form makes; none while nobody knows whose it is. */
export function lettersOf({ person, consular }: Pick<PaperCase, 'person' | 'consular'>, hasAccount: boolean): LetterTo[] {
  const applicant = { role: 'applicant', addressee: { name: nameOnPaper(person), address: person.address } } as const
  if (consular) return [{ name: 'consular-filing', ...applicant }]
  if (!hasAccount) return []
  const { representative } = person
  const others = representative ? [{ name: 'access-notice', role: 'representative', addressee: representative } as const] : []
  return [{ name: 'access-notice', ...applicant }, ...others]
}

/** Everything that one form on paper makes, as rows. */
export function rowsOf(
  services: LetterServices,
  paper: PaperCase,
  its: { caseId: string; receiptNumber: string; at: Temporal.Instant; status: string; office: string | null },
): { paper: PaperRow; notices: NoticeRow[]; letters: LetterRow[] } {
  const { caseId, receiptNumber, at, status, office } = its
  const row: PaperRow = {
    ...{ id: caseId, receipt_number: receiptNumber, form: paper.form, status, office, received_on: paper.receivedOn.toString(), at: at.toString() },
    ...{ account: paper.account?.id ?? null, date_of_birth_hash: paper.dateOfBirthHash, consular: paper.consular, fee_cents: paper.feeCents },
    sealed: sealPaperPerson(services.keys, caseId, paper.person).toString('base64'),
  }
  if (paper.consular) {
    const { country } = paper.person.address
    // Whoever lives where there is a post asks there; the letter names the others too.
    const facts = { ...lettersFacts(paper, receiptNumber, at), country: services.agency.consulates.posts?.[country] ? country : null }
    return { paper: row, notices: [], letters: [letterRow(services, { caseId, notice: null, name: 'consular-filing', facts })] }
  }
  return { paper: row, ...noticesOf(services, { caseId, receiptNumber, paper, at }) }
}

/** The notices of a form that is somebody's, each with its letter: to its person, and to who represents them. */
export function noticesOf(services: LetterServices, about: { caseId: string; receiptNumber: string; paper: PaperCase; at: Temporal.Instant }): { notices: NoticeRow[]; letters: LetterRow[] } {
  const { account } = about.paper
  const made = lettersOf({ ...about.paper, consular: false }, account !== null).map(({ role }) =>
    noticeWithLetter(services, about, { addressee: role, account: role === 'applicant' ? account : null, cause: 'intake' }),
  )
  return { notices: made.map(({ notice }) => notice), letters: made.map(({ letter }) => letter) }
}
