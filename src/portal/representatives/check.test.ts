import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { makeReady } from '../../../test/cast/ready-practice.ts'
import { type RepresentedGround, representedGround } from '../../../test/cast/represented-case.ts'
import { testRequest } from '../../../test/cast/services.ts'
import { recordEntry } from '../../audit/index.ts'
import type { Actor } from '../../platform/actor.ts'
import { performerFor } from '../../platform/operation.ts'
import { paths } from '../../platform/paths.ts'

let ground: RepresentedGround
let number = ''
let account = ''
before(async () => {
  ground = await representedGround()
  await ground.signedUp('checked@example.test', 'representative')
  const row = await ground.owner.selectFrom('accounts.account').select(['id', 'online_account_number']).where('account_type', '=', 'representative').executeTakeFirstOrThrow()
  account = row.id
  number = row.online_account_number ?? ''
  const actor: Actor = { kind: 'account', id: account, roles: ['representative'], sessionId: crypto.randomUUID() }
  const as = (who: Actor) => performerFor({ pool: ground.database.pools.portal, services: ground.services, record: recordEntry }, who, testRequest)
  await makeReady({ database: ground.database, services: ground.services, as } as never, actor)
})
after(() => ground.end())

async function checked(typed: Record<string, string>) {
  const browser = ground.browser()
  await browser.open(paths.checkRepresentative())
  return browser.press('Check', { family: '', authority: '', number: '', account: '', ...typed })
}
const fits = { family: 'Reyes', authority: 'NY', number: '471-1' }

describe('checking a representative', () => {
  it('tells anyone who knows the family name and the number of a licence what was verified and what was not, and never an address or a number', async () => {
    const { text, html, url } = await checked({ family: 'réyes', authority: 'NY', number: '4711' })
    assert.match(text, /What we know of this representative Ana Reyes They say that they are an attorney\. They work for Reyes Law/)
    assert.match(text, /New York: they say so\. We have not checked it.*They certified it on November/)
    assert.doesNotMatch(html, /471-1|Hill Road|office-of-ana|0123|checked@example/)
    assert.doesNotMatch(decodeURIComponent(url), /reyes|471/i)
  })

  it('tells the same to who knows the family name and the Online Account Number', async () => {
    assert.match((await checked({ family: 'Reyes', account: number })).text, /Ana Reyes They say/)
  })

  it('gives one answer for whatever does not fit: a name alone, another name, another number, another bar', async () => {
    assert.match((await checked({ family: 'Reyes' })).text, /Enter who admitted them and the number/)
    await ground.signedUp('no-representative@example.test')
    const other = await ground.owner.selectFrom('accounts.account').select('online_account_number as number').where('account_type', '=', 'applicant').executeTakeFirstOrThrow()
    const answers = new Set<string>()
    const misfits: Record<string, string>[] = [{ ...fits, family: 'Lopez' }, { ...fits, number: '471-2' }, { ...fits, authority: 'NJ' }, { family: 'Lopez', account: number }, { family: 'Reyes', account: other.number ?? '' }]
    for (const typed of misfits) answers.add((await checked(typed)).text)
    assert.equal(answers.size, 1)
    assert.match([...answers].join(), /We know nobody who fits/)
  })

  it('says nothing of who is protected, nor of who took their licence away', async () => {
    await ground.owner.updateTable('accounts.account').set({ protected_at: ground.services.clock.now() }).where('id', '=', account).execute()
    assert.match((await checked(fits)).text, /We know nobody who fits/)
    await ground.owner.updateTable('accounts.account').set({ protected_at: null }).where('id', '=', account).execute()
    await ground.owner.updateTable('representation.licence').set({ removed_at: ground.services.clock.now() }).where('account', '=', account).execute()
    assert.match((await checked(fits)).text, /We know nobody who fits/)
    await ground.owner.updateTable('representation.licence').set({ removed_at: null }).where('account', '=', account).execute()
    assert.match((await checked(fits)).text, /Ana Reyes/)
  })

  it('makes nothing of an address that nobody was given', async () => {
    const browser = ground.browser()
    assert.doesNotMatch((await browser.open(`${paths.checkRepresentative()}?found=made-up`)).text, /We know nobody|What we know of/)
  })
})

describe('a report of somebody who deceives people', () => {
  it('is sent by anybody without an account, once however often it is pressed, and has a number that shows what became of it', async () => {
    const browser = ground.browser()
    await browser.open(paths.reportRepresentative())
    const sent = await browser.press('Send report', { who: 'Lucky Visa Office', what: 'They took 900 dollars and filed nothing', address: '' })
    assert.match(sent.url, /^\/contact-support\//)
    assert.match(sent.text, /A report of somebody who deceives people/)
    const rows = await ground.owner.selectFrom('accounts.support_request').selectAll().where('topic', '=', 'report').execute()
    assert.deepEqual([rows.length, rows[0]?.account, rows[0]?.message_sealed.includes('Lucky')], [1, null, false])
  })

  it('says what is missing, and keeps what was typed', async () => {
    const browser = ground.browser()
    await browser.open(paths.reportRepresentative())
    const { text, html } = await browser.press('Send report', { who: 'Lucky Visa Office', what: '', address: 'nobody' })
    assert.match(text, /Say what happened/)
    assert.match(html, /Lucky Visa Office/)
  })

  it('is one of few a day from one network', async () => {
    const browser = ground.browser()
    let turnedAway = 0
    for (let time = 0; time < 12; time += 1) {
      await browser.open(paths.reportRepresentative())
      turnedAway += Number(/You have sent many/.test((await browser.press('Send report', { who: 'Somebody', what: `It happened ${time}`, address: '' })).text))
    }
    assert.ok(turnedAway > 0)
  })
})
