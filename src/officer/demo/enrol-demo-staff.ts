import type { Doer } from '../../accounts/index.ts'
import { systemActor, visitor } from '../../platform/actor.ts'
import { totpCode } from '../../platform/crypto/totp.ts'
import { performerFor, type PerformerParts } from '../../platform/operation.ts'
import { appToAdd } from '../enrolment/enrolment.ts'
import { proveApp } from '../enrolment/prove-app.ts'
import { setFirstPassword } from '../enrolment/set-password.ts'
import { officeVisits } from '../sessions/visit.ts'
import type { StaffToAdd } from '../staff/add-staff.ts'
import { addStaff } from '../staff/add-staff.ts'

const noRequest = { id: null, network: null }

/**
 * Makes a staff member of the demonstration and enrols them, by the same operations a person's browser would call.
 * @param parts the office's pool
 * @returns the staff member's id
 * @throws when a step is refused, and outside the demonstration
 */
export async function enrolDemoStaff(parts: PerformerParts, staff: StaffToAdd & { password: string }): Promise<string> {
  if (parts.services.mode !== 'demo') throw new Error('Only the demonstration enrols staff by itself')
  const { password, ...toAdd } = staff
  const added = outputOf(await performerFor(parts, systemActor('seed'), noRequest).perform(addStaff, toAdd))
  const { token } = added
  const atTheDoor: Doer = { ...performerFor(parts, visitor, noRequest), services: parts.services }
  const set = await setFirstPassword.call(atTheDoor as never, { token, password })
  if ('answer' in set) throw new Error('The password could not be hashed now')
  const visit = await officeVisits(parts)(outputOf(set).secret)
  const inBrowser = performerFor(parts, visit.actor, noRequest)
  const app = await inBrowser.read(appToAdd, { token })
  if (!app) throw new Error('There is no secret to add to an app')
  const code = totpCode(app.secret, parts.services.clock.now())
  return outputOf(await inBrowser.perform(proveApp, { token, code })).staff
}

function outputOf<O>(result: { ok: true; output: O } | { ok: false; refusal: string }): O {
  if (!result.ok) throw new Error(`A demo staff member could not be enrolled: ${result.refusal}`)
  return result.output
}
