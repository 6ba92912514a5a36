import { type AccountContact, type RequestOfAccount, supportRequestsOf } from '../../accounts/index.ts'
import { type CaseOfAccount, casesOfAccounts, type RepresentativeOnCase, representativesOnCases } from '../../cases/index.ts'
import { query } from '../../platform/operation.ts'
import { type NamedPerson, personsNamed } from '../../profile/index.ts'
import { whoMay } from '../may.ts'
import { personBehind } from './open-person.ts'
import { isPersonOpened } from './person-opening-store.ts'

/** `closed`: there is this person, and nothing of them is told before a reason was given in this session. */
export type PersonFile =
  | { readonly state: 'closed' }
  | {
      readonly state: 'open'
      readonly contact: AccountContact
      readonly person: NamedPerson | null
      readonly cases: readonly CaseOfAccount[]
      readonly representatives: readonly (RepresentativeOnCase & { readonly names: readonly string[] })[]
      readonly requests: readonly RequestOfAccount[]
    }

const requestsMost = 20

/** One person of the agency's, for who gave a reason for looking; null: there is none, or who asks may not be told so. */
export const personFile = query({
  name: 'officer.person-file',
  allow: (actor, _input: { account: string }) => whoMay('read-file')(actor) && actor.sessionId !== null,
  async run(context, { account }): Promise<PersonFile | null> {
    const { tx, actor } = context
    const contact = await personBehind(context, account)
    if (!contact) return null
    if (!(await isPersonOpened(tx, actor.sessionId as string, contact.account))) return { state: 'closed' }
    const cases = await casesOfAccounts(tx, [contact.account])
    const others = await representativesOnCases(tx, cases.filter(({ role }) => role !== 'representative').map(({ id }) => id))
    const named = await personsNamed(context, [contact.account, ...others.map((each) => each.account)])
    return {
      state: 'open',
      contact,
      cases,
      person: named.get(contact.account) ?? null,
      representatives: others.map((each) => ({ ...each, names: named.get(each.account)?.names ?? [] })),
      requests: await supportRequestsOf(tx, contact.account, requestsMost),
    }
  },
})
