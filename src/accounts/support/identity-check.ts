import { newId } from '../../platform/ids.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { noteStep } from './for-office.ts'
import {
  findIdentityCheck,
  findRecoveryForOffice,
  insertIdentityCheck,
  markConfirmed,
  markStoppedByOffice,
} from './identity-check-store.ts'
import type { SupportRequest } from './support-request.ts'

/** Papers that show who somebody is; which kinds were seen is kept, nothing of what stands in them. */
export const identityDocuments = ['passport', 'national-id', 'residence-card', 'driving-licence', 'birth-certificate'] as const
export type IdentityDocument = (typeof identityDocuments)[number]

type Working = Pick<OperationContext, 'tx' | 'actor' | 'now' | 'services' | 'enqueue' | 'audit'>

const runningOf = async ({ tx, now }: Working, { account }: SupportRequest) =>
  account ? findRecoveryForOffice(tx, account, now) : undefined

/** Stops the running recovery at once, and queues what tells every address. False where none is running. */
export async function stopRecovery(context: Working, request: SupportRequest): Promise<boolean> {
  const running = await runningOf(context, request)
  if (!running || !(await markStoppedByOffice(context.tx, running.id, context.now))) return false
  await noteStep(context, request.id, { kind: 'recovery-cancelled', recovery: running.id }, true)
  return true
}

/**
 * Records that the person came, with these papers. It opens nothing: a second person, in another role, confirms it.
 * False where no recovery is running or one was recorded before.
 */
export async function recordIdentityCheck(
  context: Working,
  request: SupportRequest,
  documents: readonly IdentityDocument[],
): Promise<boolean> {
  const { tx, actor, now, audit } = context
  const running = await runningOf(context, request)
  if (!running) return false
  audit({ detail: { recovery: running.id, documents: documents.join(',') } })
  const check = { id: newId(), recovery: running.id, documents: [...documents], recorded_by: actor.id as string, recorded_at: now }
  if (!(await insertIdentityCheck(tx, check))) return false
  await noteStep(context, request.id, { kind: 'identity-recorded', recovery: running.id })
  return true
}

/** `recorded-by-you`: one person alone never lets anybody in. */
export type Confirmation = 'confirmed' | 'nothing-to-confirm' | 'recorded-by-you'

/** The second person's word: a link goes to the address on file, once the wait of the recovery is over. */
export async function confirmIdentityCheck(context: Working, request: SupportRequest): Promise<Confirmation> {
  const { tx, actor, now, audit } = context
  const running = await runningOf(context, request)
  const check = running && (await findIdentityCheck(tx, running.id))
  if (!running || !check || check.confirmed_at) return 'nothing-to-confirm'
  audit({ detail: { recovery: running.id } })
  if (check.recorded_by === actor.id) return 'recorded-by-you'
  if (!(await markConfirmed(tx, running.id, actor.id as string, now))) return 'nothing-to-confirm'
  await noteStep(context, request.id, { kind: 'identity-confirmed', recovery: running.id }, true)
  return 'confirmed'
}
