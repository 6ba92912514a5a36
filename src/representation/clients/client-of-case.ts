import { accountsOfPerson, lockAccount, standingOf } from '../../accounts/index.ts'
import { type Represented, representedBy } from '../../cases/index.ts'
import { isId, newId } from '../../platform/ids.ts'
import type { Job } from '../../platform/jobs/job.ts'
import { operation, type OperationContext } from '../../platform/operation.ts'
import { namesStated } from '../../profile/index.ts'
import { noContact, sealContact, sealNames } from './client.ts'
import type { ClientNames } from './client-names.ts'
import { findClientByAccount, insertClient } from './client-store.ts'
import { writePieces } from './pieces-store.ts'
import { placeOf } from './place.ts'
import { piecesOf } from './search-clients.ts'

type Context = Pick<OperationContext, 'tx' | 'services'>

/** How the person is called on the form, or else in their account; nobody stated a name: all of it empty. */
async function namesOf(context: Context, { onPaper }: Represented, accounts: readonly string[]): Promise<ClientNames> {
  const { family, given } = onPaper ?? (await namesStated(context, accounts)) ?? { family: '', given: '' }
  return { kind: 'person', family, given, middle: '' }
}

/** The first person of the case whose account stands. */
async function personOf(context: Context, { persons }: Represented): Promise<string | null> {
  for (const account of persons) {
    const standing = await standingOf(context, account)
    if (standing) return standing
  }
  return null
}

/**
 * Keeps among a representative's clients whom they joined a case for. It may run twice and beside itself: under the lock of
 * the representative's account one client comes about for one account of a person.
 */
const noteClientOfCase = operation({
  name: 'representation.client-of-case',
  allow: ({ kind }, _input: { party: string }) => kind === 'system',
  refusals: [],
  async run(context, { party }) {
    const { tx, services: { keys }, now, audit, recordedBefore } = context
    const found = await representedBy(context, party)
    const representative = found && (await standingOf(context, found.representative))
    const account = found && (await personOf(context, found))
    if (!representative || !account || account === representative) return recordedBefore()
    await lockAccount(tx, representative)
    if (await findClientByAccount(tx, await accountsOfPerson(context, representative), account)) return recordedBefore()
    const names = await namesOf(context, found, await accountsOfPerson(context, account))
    const whose = { id: newId(), representative }
    const { place } = await placeOf(tx, keys, { representative, names, except: null })
    audit({ account: representative, subject: whose.id })
    const sealed = { names_sealed: sealNames(keys, whose, names), contact_sealed: sealContact(keys, whose, noContact) }
    await insertClient(tx, { ...whose, ...sealed, account, kind: 'person', came_by: 'case', place, added_at: now })
    await writePieces(tx, representative, { client: whose.id, keyId: keys.currentId, pieces: piecesOf(keys, names) })
  },
})

export const clientOfCaseJob: Job = {
  task: 'representation.client-of-case',
  async run({ perform }, { party }) {
    const id = String(party)
    if (isId(id)) await perform(noteClientOfCase, { party: id })
  },
}
