import { dateOfBirthHashes, holdStanding, listCompared, openAccountsForAgency } from '../../../accounts/index.ts'
import { givePaperCase, paperPersonOf, type PaperPerson } from '../../../cases/index.ts'
import { newId } from '../../../platform/ids.ts'
import { operation, type OperationContext } from '../../../platform/operation.ts'
import { upsertLikeness } from '../../../profile/index.ts'
import { mayDo } from '../../may.ts'
import { takeIntakeLock } from '../intake-store.ts'
import { candidatesOf, hashesOf, likenessOf } from './candidates.ts'
import { type Duplicate, insertAct, recordDuplicate } from './duplicate-store.ts'
import { lockNamed, mayDecide, type NamedDuplicate } from './take-up.ts'
import { sealWhy } from './whose-words.ts'

/** `account`: whose it is, of those that it may be of; null: it is of somebody new. */
export interface WhoseDecided extends NamedDuplicate {
  readonly account: string | null
  readonly why: string
}

const refusals = ['no-question', 'decided-already', 'not-yours', 'for-a-supervisor', 'account-gone', 'looks-like-more'] as const
type Refusal = (typeof refusals)[number]

/** Who the case goes to. `claimed`: somebody signs in to it, and sees the case at once. */
interface Person {
  readonly account: { readonly id: string; readonly number: string }
  readonly claimed: boolean
  /** It, and those that were merged into it. */
  readonly all: readonly string[]
}

/**
 * **Decide** whose a form is: the case joins the account that was chosen, or one that is opened for it, with the notices it would
 * have had from the start. An account that somebody signs in to shows the case at once and for good: there two people choose the
 * same account, one after the other. Imports wait meanwhile, so that nobody gets a second account.
 */
export const decideWhose = operation({
  name: 'officer.decide-whose-case',
  allow: (actor, _input: WhoseDecided) => mayDecide(actor),
  refusals,
  async run(context, { account, why, ...named }) {
    const { tx, actor, refuse, audit } = context
    await takeIntakeLock(tx)
    const found = await lockNamed(context, named)
    if (!found) return refuse('no-question')
    if (found.decided_at) return refuse('decided-already')
    if (found.taken_by !== actor.id) return refuse('not-yours')
    const form = await paperPersonOf(context, found.case)
    if (!form) return refuse('no-question')
    const person = await personOf(context, found, form, account)
    if (typeof person === 'string') return refuse(person)
    const answer = account === null ? ('new' as const) : ('theirs' as const)
    const isFirst = person.claimed && !person.all.includes(found.asked_account ?? '')
    audit({ subject: found.case, account: person.account.id, detail: { answer, decided: !isFirst, first: found.asked_by } })
    if (isFirst) {
      await recordAnswer(context, found, { kind: 'asked', answer, account: person.account.id, why })
      return { receiptNumber: named.receiptNumber, decided: false }
    }
    if (!(await givePaperCase(context, { caseId: found.case, account: person.account }))) return refuse('decided-already')
    await upsertLikeness(tx, likenessOf(person.account.id, hashesOf(context, form)), context.now)
    await recordAnswer(context, found, { kind: 'decided', answer, account: person.account.id, why })
    return { receiptNumber: named.receiptNumber, decided: true }
  },
})

async function personOf(context: OperationContext<Refusal>, found: Duplicate, form: PaperPerson, chosen: string | null): Promise<Person | Refusal> {
  const candidates = await candidatesOf(context, found.accounts, form)
  if (candidates.some((each) => each.protected) && !mayDo(context.actor, 'decide-protected-case')) return 'for-a-supervisor'
  // Who takes it up sees every account that it may be of: what came since is looked at first.
  if (candidates.some(({ account, all }) => !found.accounts.some((shown) => shown === account || all.includes(shown)))) return 'looks-like-more'
  if (chosen === null) return newPerson(context, form)
  const standing = await holdStanding(context.tx, chosen)
  const its = candidates.find(({ account }) => account === standing)
  const [held] = its ? await listCompared(context.tx, [its.account]) : []
  return held ? { account: { id: held.account, number: held.number }, claimed: held.claimed, all: held.all } : 'account-gone'
}

async function newPerson(context: OperationContext<Refusal>, form: PaperPerson): Promise<Person> {
  const { keys, agency } = context.services
  const [dateOfBirthHash = ''] = dateOfBirthHashes(keys, form.dateOfBirth)
  const [account] = await openAccountsForAgency(context, [{ dateOfBirthHash, language: agency.languageOfRecord }])
  if (!account) throw new Error('An account that was opened is not there')
  return { account, claimed: false, all: [account.id] }
}

interface Answered {
  readonly kind: 'asked' | 'decided'
  readonly answer: 'theirs' | 'new'
  readonly account: string
  readonly why: string
}

async function recordAnswer({ tx, actor, now, services }: OperationContext<Refusal>, found: Duplicate, { kind, answer, account, why }: Answered): Promise<void> {
  const by = actor.id as string
  const id = newId()
  const mine = kind === 'asked' ? { asked_by: by, asked_account: account } : { decided_by: by, decided_at: now, answer, account }
  await recordDuplicate(tx, found.case, { taken_by: null, taken_at: null, ...mine })
  await insertAct(tx, { id, case: found.case, kind, staff: by, answer, account, reason_sealed: sealWhy(services.keys, found.case, id, why), at: now })
}
