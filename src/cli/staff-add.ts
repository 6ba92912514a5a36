import { emailField } from '../accounts/index.ts'
import type { Config } from '../config.ts'
import { addStaff, asStaffRole, staffRoles } from '../officer/index.ts'
import { systemActor } from '../platform/actor.ts'
import { performerFor } from '../platform/operation.ts'
import { withDeployment } from './with-deployment.ts'

const usage = 2

/** Makes a staff member and prints the one-time link by which they enrol; it is shown here and nowhere else. */
export async function staffAdd(config: Config, typed: string, { role: named }: { role: string }): Promise<number> {
  const role = asStaffRole(named)
  const email = emailField.parse(new Map([['email', [typed]]]), 'email', undefined)
  if (!role) return complain(`--role: choose one of ${staffRoles.join(', ')}`)
  if (!email.ok) return complain('EMAIL: this is not an email address')
  const added = await withDeployment(config, (deployment) =>
    performerFor(deployment.partsFor('office'), systemActor('operator'), { id: null, network: null }).perform(
      addStaff,
      {
        email: email.value,
        role,
      },
    ),
  )
  if (!added.ok) {
    console.error(
      added.refusal === 'already-enrolled' ? 'This person has enrolled already.' : `Refused: ${added.refusal}`,
    )
    return 1
  }
  console.log(
    `Enrolment link, once, until ${added.output.expiresAt.toString({ smallestUnit: 'minute' })}:\n${added.output.link}`,
  )
  return 0
}

function complain(line: string): number {
  console.error(line)
  return usage
}
