import assert from 'node:assert/strict'
import type { Actor } from '../../src/platform/actor.ts'
import type { Package, PreparedGround } from './prepared-ground.ts'

export type ClientSteps = ReturnType<typeof inClientSteps>

/** What a client does with a package, step by step, in a browser without scripts. */
export function inClientSteps(ground: PreparedGround) {
  async function takeUp(client: Actor, laid: Pick<Package, 'passcode' | 'preparation'>) {
    const browser = ground.browser(client)
    const entered = await browser.press('/representative-passcode', { passcode: laid.passcode })
    assert.equal(entered.location, `/preparations/${laid.preparation}/take-up`, entered.html)
    const taken = await browser.press(entered.location)
    assert.equal(taken.location, `/prepared/${laid.preparation}`, taken.html)
    return browser
  }

  async function signAppearance(client: Actor, laid: Pick<Package, 'preparation' | 'name'>) {
    const signed = await ground.browser(client).press(`/prepared/${laid.preparation}/appearance`, { fullLegalName: laid.name })
    assert.equal(signed.location, `/prepared/${laid.preparation}`, signed.html)
  }

  async function signForm(client: Actor, laid: Pick<Package, 'preparation' | 'name'>) {
    const signed = await ground.browser(client).press(`/prepared/${laid.preparation}/form/sign`, { fullLegalName: laid.name })
    assert.equal(signed.location, `/prepared/${laid.preparation}`, signed.html)
    const [kept] = await ground.rows('select s.id from filing.signature s join preparation.package p on p.copy = s.draft where p.preparation = $1 and p.voided_at is null', [laid.preparation])
    assert.ok(kept, 'the form is signed')
  }

  /** Taken up, with the copy laid and checked. */
  async function takenUp(options: Parameters<PreparedGround['prepare']>[1] = {}) {
    const representative = await ground.representative()
    const client = await ground.person()
    const laid = await ground.prepare(representative, options)
    await takeUp(client, laid)
    await ground.drain()
    return { representative, client, laid }
  }

  async function signed(options: Parameters<PreparedGround['prepare']>[1] = {}) {
    const up = await takenUp(options)
    await signAppearance(up.client, up.laid)
    await signForm(up.client, up.laid)
    return up
  }

  const copyOf = async (id: string): Promise<string> => (await ground.rows<{ copy: string }>('select copy from preparation.package where id = $1', [id]))[0]?.copy ?? ''

  return { takeUp, signAppearance, signForm, takenUp, signed, copyOf }
}
