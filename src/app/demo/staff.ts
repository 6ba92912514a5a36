import type { Actor } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import type { Deployment } from '../deployment.ts'

/** Makes the demonstration's staff; returns the officer, who moves its cases along. */
export async function openDemoStaff(_deployment: Deployment): Promise<Actor> {
  return { kind: 'staff', id: newId(), roles: ['officer'], sessionId: null }
}
