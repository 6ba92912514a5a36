import type { RepresentativeKind } from '../../accounts/index.ts'
import { accountsOf } from '../../platform/actor.ts'
import { type OperationContext, query } from '../../platform/operation.ts'
import { ownPerson, type PersonNames } from '../../profile/index.ts'
import { type Licence, licenceOf } from '../licences/licence.ts'
import { findLicence, listLicences } from '../licences/licence-store.ts'
import { mayRepresent, todayOf } from '../representative.ts'
import { kindOf } from './kind-of.ts'
import { listCertifications } from './certification-store.ts'
import { type CertifiedWords, certifiedWordsOf } from './certified-words.ts'
import { type Lack, lackingIn } from './lacking.ts'
import { openPractice, type Practice } from './practice.ts'
import { findPractice } from './practice-store.ts'

export interface OwnPractice {
  readonly kind: RepresentativeKind
  readonly names: PersonNames | null
  readonly practice: Practice | null
  readonly licences: readonly Licence[]
  readonly lacking: readonly Lack[]
  readonly today: Temporal.PlainDate
  /** One that was removed, where it was asked for and can be put back. */
  readonly removed: Licence | null
  /** Each time that they certified, the newest first. */
  readonly certified: readonly CertifiedWords[]
}

type Reading = Pick<OperationContext, 'tx' | 'services'>

/** What these accounts of one person keep. */
export async function keptOf({ tx, services }: Reading, accounts: readonly string[]): Promise<{ practice: Practice | null; licences: Licence[] }> {
  const row = await findPractice(tx, accounts)
  const licences = (await listLicences(tx, accounts)).map((each) => licenceOf(services.keys, each))
  return { practice: row ? openPractice(services.keys, row) : null, licences }
}

/** A representative's own practice, and what it lacks. */
export const ownPractice = query({
  name: 'representation.own-practice',
  allow: (actor, _input: { removed: string | null }) => mayRepresent(actor),
  async run(context, { removed }): Promise<OwnPractice> {
    const { tx, actor, services, now } = context
    const account = String(actor.id)
    const kept = await keptOf(context, accountsOf(actor))
    const names = (await ownPerson.run(context, {})).names
    const gone = removed === null ? undefined : await findLicence(tx, removed)
    const today = todayOf(services, now)
    return {
      ...kept,
      certified: (await listCertifications(tx, accountsOf(actor))).map((row) => certifiedWordsOf(services.keys, row)),
      kind: kept.practice?.kind ?? (await kindOf(context, account)),
      names,
      lacking: lackingIn({ ...kept, hasName: names !== null }, services.agency, today),
      today,
      removed: gone?.removed_at ? licenceOf(services.keys, gone) : null,
    }
  },
})
