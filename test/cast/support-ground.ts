import assert from 'node:assert/strict'
import { carryOutSupport } from '../../src/accounts/support/carry-out.ts'
import { accountsGround } from './accounts-ground.ts'
import { officeOver } from './office-ground.ts'
import type { PortalBrowser } from './portal-browser.ts'
import { ownerOf, worker } from './recovery-in-browser.ts'

/** The portal and the office over one database, with support and a supervisor enrolled. End it in `after`. */
export async function supportGround() {
  const portal = await accountsGround()
  const office = await officeOver(portal)
  for (const role of ['support', 'supervisor', 'officer'] as const) {
    await office.enrol(role)
    portal.services.clock.advance({ minutes: 1 })
  }
  let networks = 0
  const nextNetwork = () => {
    networks += 1
    return networks
  }
  return {
    portal,
    office,
    /** Sends a request; returns its tracking number as it stands in addresses. */
    async asks(address: string, topic = 'lost-phone') {
      portal.services.clock.advance({ seconds: 1 })
      const browser = portal.browser(`198.51.100.${nextNetwork()}`)
      await browser.open('/contact-support')
      const seen = await browser.press('Send request', { topic, address, message: 'It fell into the harbour' })
      const number = /Tracking number ([0-9A-Z-]{11})/.exec(seen.text)?.[1]?.replaceAll('-', '')
      assert.ok(number, seen.text)
      return { number, follow: seen.url }
    },
    /** Opens a request with a reason. */
    async opens(browser: PortalBrowser, number: string) {
      await browser.open(`/support/${number}`)
      return browser.press('Open request', { reason: 'answer-request' })
    },
    /** Runs what support's steps have queued, in their order. */
    async carriesOut() {
      const steps = await ownerOf(portal)
        .selectFrom('accounts.support_step')
        .select('id')
        .where('kind', 'in', ['sent-again', 'recovery-cancelled', 'identity-confirmed'])
        .where('done_at', 'is', null)
        .orderBy('at')
        .execute()
      for (const { id } of steps) await worker(portal).perform(carryOutSupport, { step: id })
    },
    end: async () => {
      await office.server.close()
      await portal.end()
    },
  }
}

export type SupportGround = Awaited<ReturnType<typeof supportGround>>
