import { isUnclaimed, readAccountContact, standingOf, tellAccount } from '../../accounts/index.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { paths } from '../../platform/paths.ts'
import type { PostalAddress } from '../../profile/index.ts'
import type { CaseAddresses } from '../address/case-address.ts'
import { lettersFacts } from '../paper-link/paper-case.ts'
import { openPaperPerson } from '../paper-link/paper-filing.ts'
import { queueLetter } from '../paper-link/printing/queue-letters.ts'
import { receiptNumberEnding } from '../receipt-number.ts'
import { tellParties } from '../tell-parties.ts'
import type { CaseRowForPaper } from './later-paper-store.ts'

type Telling = Pick<OperationContext, 'tx' | 'now' | 'services' | 'enqueue'>

interface Told {
  /** The cases that were changed. */
  readonly receipts: readonly string[]
  /** Where mail went until now; null: nothing is to be sent there. */
  readonly before: CaseAddresses | null
  readonly receivedOn: Temporal.PlainDate
}

/**
 * Tells a person that their address was changed from paper: at every mailbox of their account; or, where they have none to sign in
 * to, by letter to the old address and to the new one. Of who is protected by law the mail says that there is news, no more.
 */
export async function tellOfAddress(context: Telling, found: CaseRowForPaper, told: Told): Promise<void> {
  const { tx } = context
  const account = found.applicant && (await standingOf(context, found.applicant))
  if (!account || (await isUnclaimed(tx, account))) return writeLetters(context, found, told)
  const contact = await readAccountContact(context, account)
  if (!contact) return
  if (contact.protectedAt || found.protected) return tellParties(context, found.id, found.receipt_number)
  const endings = told.receipts.map(receiptNumberEnding).join(', ')
  await tellAccount(context, account, { kind: 'cases.address-from-paper', values: { cases: told.receipts.length, endings } })
}

/** The letter to the new address is addressed when it is printed, like every other. */
async function writeLetters(context: Telling, found: CaseRowForPaper, { before, receivedOn }: Told): Promise<void> {
  const { keys, agency, publicUrl } = context.services
  if (!found.filing_sealed) return
  const person = openPaperPerson(keys, found.id, found.filing_sealed)
  const paper = { person, form: found.form, receivedOn: found.received_on, language: agency.languageOfRecord }
  const facts = { ...lettersFacts(paper, found.receipt_number, context.now), receiptNumber: found.receipt_number, changedOn: receivedOn, claimUrl: publicUrl + paths.claim() }
  const write = (sentTo: 'old' | 'new', address: PostalAddress) =>
    queueLetter(context, { caseId: found.id, notice: null, name: 'address-changed', facts: { ...facts, sentTo, addressee: { ...facts.addressee, address } } })
  await write('new', person.address)
  const old = before && !found.protected ? (before.mailing ?? before.physical) : null
  if (old) await write('old', old)
}
