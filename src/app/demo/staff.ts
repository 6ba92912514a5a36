import { enrolDemoStaff } from '../../officer/index.ts'
import type { Actor } from '../../platform/actor.ts'
import { demoPassword } from '../welcome.ts'
import type { Deployment } from '../deployment.ts'
import { demoStaffRoles } from './people.ts'

/** Enrols the demonstration's staff; returns the officer, who moves its cases along. */
export async function openDemoStaff(deployment: Deployment): Promise<Actor> {
  const parts = deployment.partsFor('office')
  let officer = ''
  for (const role of demoStaffRoles) {
    const id = await enrolDemoStaff(parts, { email: `${role}@example.test`, role, name: demoNames[role], password: demoPassword })
    if (role === 'officer') officer = id
  }
  return { kind: 'staff', id: officer, roles: ['officer'], sessionId: null }
}

const demoNames = {
  officer: 'Demonstration officer',
  supervisor: 'Demonstration supervisor',
  intake: 'Demonstration intake',
  support: 'Demonstration support',
  admin: 'Demonstration administrator',
} as const
