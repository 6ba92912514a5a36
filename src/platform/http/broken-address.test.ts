import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type OfficeGround, officeGround } from '../../../test/cast/office-ground.ts'

let office: OfficeGround
before(async () => {
  office = await officeGround()
})
after(() => office.end())

for (const url of ['/%', '/cases/%zz', `/cases/${'a'.repeat(300)}`, '/cases/%00', '/cases/IOE1%00', '/queues?after=%00']) {
  test(`${url.slice(0, 12)} is an address nobody has: our own page, our own headers, not a word of it or of the server`, async () => {
    const answer = await office.server.inject({ url, headers: { cookie: 'portolan_office=AAAAAAAAAAAAAAAAAAAAAA' } })
    assert.equal(answer.statusCode, 404)
    assert.match(String(answer.headers['content-type']), /^text\/html/)
    assert.match(String(answer.headers['content-security-policy']), /default-src 'none'/)
    assert.equal(answer.headers['x-content-type-options'], 'nosniff')
    assert.equal(answer.headers['cache-control'], 'no-store')
    assert.doesNotMatch(answer.body, /FST_|valid url|%zz|aaaaaaaa/)
  })
}
