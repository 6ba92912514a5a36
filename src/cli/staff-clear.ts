import { emailField } from '../accounts/index.ts'
import type { Config } from '../config.ts'
import { clearStaff } from '../officer/index.ts'
import { systemActor } from '../platform/actor.ts'
import { performerFor } from '../platform/operation.ts'
import { withDeployment } from './with-deployment.ts'

const usage = 2

/** Lets a staff member see who is protected, or no longer. */
export async function staffClear(config: Config, typed: string, { end = false }: { end?: boolean }): Promise<number> {
  const email = emailField.parse(new Map([['email', [typed]]]), 'email', undefined)
  if (!email.ok) {
    console.error('EMAIL: this is not an email address')
    return usage
  }
  const done = await withDeployment(config, (deployment) =>
    performerFor(deployment.partsFor('office'), systemActor('operator'), { id: null, network: null }).perform(clearStaff, {
      email: email.value,
      isCleared: !end,
    }),
  )
  if (!done.ok) {
    console.error(done.refusal === 'unknown-staff' ? 'Nobody of the office has this address.' : `Refused: ${done.refusal}`)
    return 1
  }
  console.log(end ? 'They no longer see who is protected.' : 'They may see who is protected, from their next page on.')
  return 0
}
