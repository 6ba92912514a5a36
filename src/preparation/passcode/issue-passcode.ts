import { newId } from '../../platform/ids.ts'
import { operation, type OperationContext } from '../../platform/operation.ts'
import { accessCodeShape, newCode } from '../../platform/numbers/crockford.ts'
import { findClientFor } from '../../representation/index.ts'
import { lockOwnPreparation } from '../lock-own.ts'
import type { PreparationRow } from '../preparation-store.ts'
import { standingOfOne } from '../standing-store.ts'
import { mayPrepare } from '../work/may-prepare.ts'
import { stands } from '../work/turn.ts'
import { derivedCode, passcodeDays, passcodeHash, passcodesMost, sealShown } from './passcode.ts'
import { countPasscodes, endPasscode, insertPasscode, lockStandingPasscode } from './passcode-store.ts'

export interface ToIssue {
  readonly preparation: string
  /** How it comes to the client: shown to the representative once, or mailed to the address of the client's own account. */
  readonly given: 'shown' | 'mailed'
}

/** A code that is shown is random and waits sealed for its page; one that is mailed is derived when its mail is written. */
function made({ services: { keys } }: OperationContext, { given }: ToIssue, { representative }: PreparationRow) {
  const id = newId()
  if (given === 'mailed') {
    const keyId = keys.currentId
    return { id, given, key_id: keyId, code_hash: passcodeHash(keys, derivedCode(keys, { id, keyId })), shown_sealed: null }
  }
  const code = newCode(accessCodeShape)
  return { id, given, key_id: null, code_hash: passcodeHash(keys, code), shown_sealed: sealShown(keys, { id, representative }, code) }
}

/**
 * Issues the passcode of a package that stands. The one before it opens nothing from here on. Two presses at once issue two, one
 * after another, and the later one alone opens.
 */
export const issuePasscode = operation({
  name: 'preparation.issue-passcode',
  allow: (actor, _input: ToIssue) => mayPrepare(actor),
  refusals: ['no-such-preparation', 'nothing-to-open', 'too-many-passcodes', 'no-verified-address'],
  async run(context, toIssue) {
    const { tx, actor, now, refuse, audit, enqueue } = context
    const { preparation, given } = toIssue
    const row = await lockOwnPreparation(context, preparation)
    if (!row) return refuse('no-such-preparation')
    audit({ subject: row.id, account: actor.id as string, detail: { given } })
    if (row.ended_at || row.filed_at || row.linked_at || !stands(await standingOfOne(tx, row.id))) return refuse('nothing-to-open')
    if (given === 'mailed' && !(await findClientFor(context, row.client))?.account) return refuse('no-verified-address')
    if ((await countPasscodes(tx, row.id)) >= passcodesMost) return refuse('too-many-passcodes')
    const before = await lockStandingPasscode(tx, row.id)
    if (before) await endPasscode(tx, before.id, 'replaced', now)
    const code = made(context, toIssue, row)
    await insertPasscode(tx, { ...code, preparation: row.id, issued_at: now, expires_at: now.add({ hours: 24 * passcodeDays }) })
    if (given === 'mailed') await enqueue('preparation.mail-passcode', { passcode: code.id })
    audit({ detail: { passcode: code.id, given, replaces: before?.id ?? null } })
    return { given }
  },
})
