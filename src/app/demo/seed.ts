import type { Deployment } from '../deployment.ts'

/** Fills an empty demonstration with its people and their cases, through the operations, on days gone by. */
export async function seedDemoIfEmpty(_deployment: Deployment): Promise<void> {}
