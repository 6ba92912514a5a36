import { systemActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/db/transaction.ts'
import { markSeedDone, type SeedTurn, takeSeedTurn } from '../../platform/db/demo-seed-store.ts'
import type { Deployment } from '../deployment.ts'
import { openDemoCaseWhole } from './after-filing.ts'
import { openDemoAccount } from './open-account.ts'
import { openDemoPractice } from './clients.ts'
import { openDemoCase } from './open-case.ts'
import { demoPeople, demoQueue } from './people.ts'
import { openDemoStaff } from './staff.ts'

/**
 * Fills an empty demonstration with its people and their cases, through the operations, on days gone by.
 * `interrupted`: an earlier start was stopped in the middle of it; the database must be made anew.
 */
export async function seedDemoIfEmpty(deployment: Deployment): Promise<SeedTurn> {
  const { pools, services } = deployment
  const actor = systemActor('demo-seed')
  const turn = await asActor(pools.worker, actor, {}, (tx) => takeSeedTurn(tx, services.clock.now()))
  if (turn !== 'ours') return turn
  await seed(deployment)
  await asActor(pools.worker, actor, {}, (tx) => markSeedDone(tx, services.clock.now()))
  return 'done'
}

async function seed(deployment: Deployment): Promise<void> {
  const staff = await openDemoStaff(deployment)
  const { officer } = staff
  for (const person of demoPeople) {
    const account = await openDemoAccount(deployment, person)
    if (person.practice) await openDemoPractice(deployment, account, person.practice)
    for (const each of person.cases) await openDemoCaseWhole(deployment, staff, account, each)
  }
  for (const each of demoQueue) await openDemoCase(deployment, officer, { ...each, account: null })
  await seedStagingReceipts(deployment, officer)
}

/** The published staging receipts, for those who try a client against the public status. */
async function seedStagingReceipts(deployment: Deployment, officer: Parameters<typeof openDemoCase>[1]): Promise<void> {
  const { agency, clock } = deployment.services
  const today = clock.now().toZonedDateTimeISO(agency.timeZone).toPlainDate()
  for (const { receiptNumber, form, steps } of agency.stagingReceipts) {
    const course = steps.map(({ on, status }) => [today.since(on).total('days'), status] as const)
    await openDemoCase(deployment, officer, { form, channel: 'paper', office: 'mail-intake-center', course, account: null, receiptNumber })
  }
}
