import type { LimitSubject } from '../../platform/attempts.ts'
import { accountsOf } from '../../platform/actor.ts'
import { operation, type OperationContext, query } from '../../platform/operation.ts'
import { nameFits, ownPerson } from '../../profile/index.ts'
import { type ShownPractice, shownPractice, todayOf } from '../../representation/index.ts'
import { clientNamed, packageTexts } from '../review/package-texts.ts'
import { passcodeHashes } from './passcode-hashes.ts'
import { findByPasscode, type OpenedByPasscode } from './taking-up-store.ts'

/** As it was typed, or as the browser carries it. */
export interface TypedPasscode {
  readonly passcode: string
}

/** Tries of an account and of a network address that opened nothing; 60 random bits do the rest (security.md). */
export const passcodeLimits = [
  { name: 'representative-passcode-account', most: 10, withinSeconds: 86_400, of: ({ actor }: LimitSubject<TypedPasscode>) => actor.id, failuresOnly: true },
  { name: 'representative-passcode-network', most: 20, withinSeconds: 3600, of: ({ request }: LimitSubject<TypedPasscode>) => request.network, failuresOnly: true },
]

export const passcodeRefusals = ['passcode-not-matched', 'own-passcode', 'for-clients', 'for-somebody-else'] as const
export type PasscodeRefusal = (typeof passcodeRefusals)[number]

type Reading = Pick<OperationContext, 'tx' | 'actor' | 'now' | 'services'>

/** A person who has told us no name yet is asked for it by the signature. */
async function isForThem(context: Reading, opened: OpenedByPasscode): Promise<boolean> {
  const { names } = await ownPerson.run(context, {})
  if (!names) return true
  const { appearance } = packageTexts(context.services, { ...opened, id: opened.package, form_sealed: null }, opened.representative)
  return nameFits(`${names.given} ${names.family}`.trim(), clientNamed(appearance))
}

/**
 * What a passcode opens for who acts, or why not. One that is unknown, used, replaced, withdrawn or expired is answered alike;
 * who represents people takes up nothing, neither their own nor another's.
 */
export async function openedFor(context: Reading, passcode: string): Promise<OpenedByPasscode | { refused: PasscodeRefusal }> {
  const { tx, actor, now, services } = context
  const opened = await findByPasscode(tx, passcodeHashes(services.keys, passcode), now)
  if (actor.roles.includes('representative'))
    return { refused: opened && accountsOf(actor).includes(opened.representative) ? 'own-passcode' : 'for-clients' }
  if (!opened || accountsOf(actor).includes(opened.representative)) return { refused: 'passcode-not-matched' }
  if (actor.kind === 'account' && !(await isForThem(context, opened))) return { refused: 'for-somebody-else' }
  return opened
}

/** Whether a passcode opens something, for an account and for who is not signed in yet: nothing is spent. */
export const tryPasscode = operation({
  name: 'preparation.try-passcode',
  allow: ({ kind }, _input: TypedPasscode) => kind === 'visitor' || kind === 'account',
  limits: passcodeLimits,
  refusals: passcodeRefusals,
  async run(context, { passcode }) {
    const { actor, refuse, audit } = context
    if (actor.id) audit({ account: actor.id })
    const opened = await openedFor(context, passcode)
    if ('refused' in opened) return refuse(opened.refused)
    audit({ subject: opened.preparation })
    return { preparation: opened.preparation }
  },
})

/** What is read before it is taken up: who it is, and which form it is about. */
export interface ToTakeUp {
  readonly preparation: string
  readonly form: string | null
  readonly practice: ShownPractice | null
  /** It is theirs already. */
  readonly isTakenUp: boolean
}

export const toTakeUp = query({
  name: 'preparation.to-take-up',
  allow: (actor, _input: TypedPasscode) => actor.kind === 'account' && !actor.roles.includes('representative'),
  async run(context, { passcode }): Promise<ToTakeUp | null> {
    const opened = await openedFor(context, passcode)
    if ('refused' in opened) return null
    const { agency, keys } = context.services
    const practice = shownPractice(keys, agency, opened.practice, todayOf(context.services, context.now))
    return { preparation: opened.preparation, form: opened.form, practice, isTakenUp: opened.client_account !== null }
  },
})
