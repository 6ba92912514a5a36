import { readAccountContact } from '../../accounts/index.ts'
import { type CaseOfAccount, casesForList, casesOfAccounts, type WaitingCase } from '../../cases/index.ts'
import { personsNamed } from '../../profile/index.ts'
import type { FoundRow } from './index-store.ts'
import { openShown } from './write-index.ts'

type Reading = Parameters<typeof casesForList.run>[0]

/** Somebody with an account, as a list shows them: never more than tells them from another of the same name. */
export interface FoundAccount {
  readonly account: string
  readonly names: readonly string[]
  readonly born: number | null
  readonly onlineAccountNumber: string | null
  readonly cases: readonly CaseOfAccount[]
}

/** A case whose form names them; the person has no account, or not this name there. */
export interface FoundCase {
  readonly names: readonly string[]
  readonly born: number | null
  readonly its: WaitingCase
}

export interface FoundPeople {
  readonly accounts: readonly FoundAccount[]
  readonly cases: readonly FoundCase[]
}

const shownMost = 20
const casesShownMost = 5

/** What may be told of those who were found. A case that is absent to who asks is absent here. */
export async function foundPeople(context: Reading, rows: readonly FoundRow[]): Promise<FoundPeople> {
  const { tx } = context
  const first = rows.slice(0, shownMost)
  const ofAccounts = first.filter(({ kind }) => kind === 'account')
  const ofCases = first.filter(({ kind }) => kind !== 'account')
  const accounts = await Promise.all(ofAccounts.map((row) => accountFound(context, row)))
  const related = new Set((await casesOfAccounts(tx, ofAccounts.map(({ subject }) => subject))).map(({ id }) => id))
  const seen = new Map((await casesForList.run(context, { cases: ofCases.map(({ subject }) => subject) })).map((each) => [each.id, each]))
  const cases = ofCases.flatMap((row) => {
    const its = related.has(row.subject) ? undefined : seen.get(row.subject)
    return its ? [{ ...openShown(context.services.keys, row), its }] : []
  })
  return { accounts: accounts.flatMap((each) => (each ? [each] : [])), cases }
}

async function accountFound(context: Reading, row: FoundRow): Promise<FoundAccount | null> {
  const { tx, services } = context
  const contact = await readAccountContact(context, row.subject)
  if (!contact) return null
  const shown = row.shown_sealed.length > 0 ? openShown(services.keys, row) : await statedBy(context, row.subject)
  const cases = (await casesOfAccounts(tx, [row.subject])).slice(0, casesShownMost)
  return { account: contact.account, names: shown.names, born: shown.born, onlineAccountNumber: contact.onlineAccountNumber, cases }
}

async function statedBy(context: Reading, account: string) {
  const person = (await personsNamed(context, [account])).get(account)
  return { names: person?.names ?? [], born: person?.born ?? null }
}
