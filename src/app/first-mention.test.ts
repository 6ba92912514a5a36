import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type CasesGround, casesGround } from '../../test/cast/cases-ground.ts'
import { type PortalGround, portalGround } from '../../test/cast/portal-ground.ts'
import { portalRoutes } from '../portal/index.ts'

describe('what a device keeps', () => {
  let ground: CasesGround
  let portal: PortalGround
  before(async () => {
    ground = await casesGround()
    portal = await portalGround(ground, portalRoutes())
  })
  after(async () => {
    await portal.close()
    await ground.database.drop()
  })

  const mention = /This site keeps only what it needs on your device/

  it('a first visit is told once, on whatever page it begins, in nobody’s way', async () => {
    for (const path of ['/', '/help', '/storage-preferences', '/nowhere']) {
      const { body, headers } = await portal.get(path)
      assert.match(body, mention, path)
      assert.ok(body.indexOf('</main>') < body.search(mention), `${path}: after the page itself`)
      assert.match(body, /<a href="\/storage-preferences">Storage preferences<\/a>/)
      assert.match(String(headers['set-cookie']), /portolan_storage=essential; Max-Age=31536000/)
      const again = await portal.get(path, undefined, { cookie: 'portolan_storage=essential' })
      assert.doesNotMatch(again.body, mention, path)
      assert.doesNotMatch(String(again.headers['set-cookie']), /portolan_storage/)
    }
  })

  it('is not told at an address that cannot be read, where nothing can be kept', async () => {
    for (const path of ['/%', '/cases/%zz']) {
      const { status, body, headers } = await portal.get(path)
      assert.equal(status, 404, path)
      assert.doesNotMatch(body, mention)
      assert.equal(headers['set-cookie'], undefined)
    }
  })

  it('is not told again to who has chosen', async () => {
    const { body } = await portal.get('/', undefined, { cookie: 'portolan_storage=essential.analytics' })
    assert.doesNotMatch(body, mention)
  })
})
