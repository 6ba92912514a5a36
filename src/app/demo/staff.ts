import { enrolDemoStaff } from '../../officer/index.ts'
import type { Actor } from '../../platform/actor.ts'
import { demoPassword } from '../welcome.ts'
import type { Deployment } from '../deployment.ts'
import { demoStaffRoles } from './people.ts'

/** Enrols the demonstration's staff; returns those who move its cases along. */
export async function openDemoStaff(deployment: Deployment): Promise<{ officer: Actor; supervisor: Actor }> {
  const parts = deployment.partsFor('office')
  const ids = new Map<string, string>()
  for (const role of demoStaffRoles) {
    ids.set(role, await enrolDemoStaff(parts, { email: `${role}@example.test`, role, name: demoNames[role], password: demoPassword }))
  }
  const actorOf = (role: 'officer' | 'supervisor'): Actor => ({ kind: 'staff', id: ids.get(role) ?? '', roles: [role], sessionId: null })
  return { officer: actorOf('officer'), supervisor: actorOf('supervisor') }
}

const demoNames = {
  officer: 'Demonstration officer',
  supervisor: 'Demonstration supervisor',
  intake: 'Demonstration intake',
  support: 'Demonstration support',
  admin: 'Demonstration administrator',
} as const
