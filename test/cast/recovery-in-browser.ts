import assert from 'node:assert/strict'
import { contactHash, sealContactAddress } from '../../src/accounts/contact-points/contact-point.ts'
import { openRecovery } from '../../src/accounts/recovery/request/open-recovery.ts'
import { tellOfRecovery } from '../../src/accounts/recovery/request/tell-of-recovery.ts'
import { systemActor } from '../../src/platform/actor.ts'
import { newId } from '../../src/platform/ids.ts'
import { performerFor } from '../../src/platform/operation.ts'
import type { AccountsGround } from './accounts-ground.ts'
import type { PortalBrowser } from './portal-browser.ts'
import { linkPathIn } from './sign-up-in-browser.ts'

export const ownerOf = ({ database }: AccountsGround) => {
  const { owner } = database.pools
  if (!owner) throw new Error('the test database has an owner')
  return owner
}

/** The worker, with no queue before it. */
export const worker = ({ parts, database }: AccountsGround) =>
  performerFor({ ...parts, pool: database.pools.worker }, systemActor('worker'), { id: null, network: null })

/** The newest request of an account, however it stands. */
export const requestOf = (ground: AccountsGround, account: string) =>
  ownerOf(ground)
    .selectFrom('accounts.recovery_request')
    .selectAll()
    .where('account', '=', account)
    .orderBy('begun_at', 'desc')
    .executeTakeFirstOrThrow()

export async function askForRecoveryOf(ground: AccountsGround, email: string, lost = 'phone', browser: PortalBrowser = ground.browser()) {
  ground.services.clock.advance({ seconds: 1 })
  await browser.open('/recovery')
  const seen = await browser.press('Ask for recovery', { email, lost })
  assert.equal(seen.url, '/recovery?sent=yes')
  return seen
}

/** Begins a request and lets the worker tell of it. */
export async function begunRecovery(ground: AccountsGround, person: { id: string; email: string }, lost = 'phone') {
  await askForRecoveryOf(ground, person.email, lost)
  const { id } = await requestOf(ground, person.id)
  await worker(ground).perform(tellOfRecovery, { request: id })
  return id
}

/** The wait is over, and the worker opens what waited. */
export async function openedRecovery(ground: AccountsGround, person: { id: string; email: string }, lost = 'phone') {
  const request = await begunRecovery(ground, person, lost)
  ground.services.clock.advance({ hours: 24 })
  await worker(ground).perform(openRecovery, { request })
  return request
}

export async function giveRecoveryAddress(ground: AccountsGround, account: string, address: string) {
  const { keys, clock } = ground.services
  const id = newId()
  const at = clock.now()
  await ownerOf(ground)
    .insertInto('accounts.contact_point')
    .values({
      id,
      account,
      kind: 'email',
      purpose: 'recovery',
      address_hash: contactHash(keys, address),
      address_sealed: sealContactAddress(keys, account, id, address),
      added_at: at,
      proven_at: at,
    })
    .execute()
  clock.advance({ seconds: 1 })
}

export const cancelLinkTo = async (ground: AccountsGround, email: string) =>
  linkPathIn(await ground.lastMail(email, 'recovery-asked'))

/** Types the user name and the backup code on the page of who lost the rest. */
export async function continueWithCode(ground: AccountsGround, email: string, code: string, browser: PortalBrowser = ground.browser()) {
  await browser.open('/recovery/continue')
  return { browser, seen: await browser.press('Go on', { email, code }) }
}
