import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { type OfficeGround, officeGround } from '../../../test/cast/office-ground.ts'
import { viewsMost } from './views/saved-view.ts'

let office: OfficeGround
before(async () => {
  office = await officeGround()
  for (const number of [1, 2]) await office.enrol('officer', number)
})
after(() => office.end())
beforeEach(async () => {
  const { owner } = office.database.pools
  await owner?.deleteFrom('officer.saved_view').execute()
  await owner?.deleteFrom('officer.assignment').execute()
  await owner?.deleteFrom('cases.status_change').execute()
  await owner?.deleteFrom('cases.case').execute()
  office.services.clock.advance({ minutes: 2 })
})

const renewals = '/queues/received?form=i-90&waits=30'

async function twoForms(): Promise<{ old: string; other: string; young: string }> {
  const old = await office.openCase({ account: null, channel: 'paper', form: 'i-90' })
  office.services.clock.advance({ minutes: 1 })
  const other = await office.openCase({ account: null, channel: 'paper', form: 'i-765' })
  office.services.clock.advance({ hours: 24 * 40 })
  const young = await office.openCase({ account: null, channel: 'online', form: 'i-90' })
  return { old: old.receiptNumber, other: other.receiptNumber, young: young.receiptNumber }
}

const listed = (html: string) => [...html.matchAll(/href="\/cases\/(\w{13})"/g)].map(([, number]) => number)

describe('a queue that is filtered', () => {
  it('shows the form, the way of filing, the wait and the hands that were asked for, and no other case', async () => {
    const { old, other, young } = await twoForms()
    const browser = await office.signedIn('officer')
    const shown = async (query: string) => listed((await browser.open(`/queues/received?${query}`)).html)
    assert.deepEqual(await shown('form=i-90'), [old, young])
    assert.deepEqual(await shown('form=i-765&form=i-90'), [other], 'of a name that comes twice the first counts')
    assert.deepEqual(await shown('channel=online'), [young])
    assert.deepEqual(await shown('waits=30'), [old, other])
    assert.deepEqual(await shown('taken=you'), [])
    assert.deepEqual(await shown('form=nothing&channel=pigeon&waits=-1&taken=everybody'), [old, other, young], 'what the agency does not have filters nothing')
    await browser.open('/queues/received?form=i-765')
    await browser.press('Take the next case')
    assert.equal(browser.seen.url, `/cases/${other}`, 'the next one is taken from what is shown')
    assert.deepEqual(await shown('taken=you'), [other])
    assert.deepEqual(await shown('taken=nobody'), [old, young])
    const colleague = await office.signedIn('officer', 2)
    assert.deepEqual(listed((await colleague.open('/queues/received?taken=colleague')).html), [other])
  })
})

describe('a view', () => {
  it('is kept under a name, found again, shown first after signing in, renamed and removed, and put back', async () => {
    const { old } = await twoForms()
    const browser = await office.signedIn('officer')
    await browser.open(renewals)
    await browser.press('Keep this view', { name: 'Oldest renewals', first: 'yes' })
    assert.match(browser.seen.text, /Your view was kept/)
    await browser.open('/')
    assert.match(browser.seen.text, /Oldest renewals.*Form: Form I-90.*Waiting for: 30 days or longer/)
    assert.deepEqual(listed(browser.seen.html), [old])
    const view = /view=([0-9a-f-]{36})/.exec(browser.seen.url)?.[1]
    await browser.open(`/views/${view}`)
    await browser.press('Save', { name: 'Renewals', first: '' })
    assert.match(browser.seen.text, /Your view was saved.*Renewals/)
    await browser.open('/')
    assert.match(browser.seen.text, /My work/, 'no view is shown first any more')
    await browser.open(`/views/${view}`)
    await browser.press('Remove this view')
    assert.match(browser.seen.text, /The view was removed.*You have kept no view yet/)
    await browser.press('Put it back')
    assert.match(browser.seen.text, /Your view is back.*Renewals/)
  })

  it('needs a name, is one view when its press is sent twice, and is seen by nobody else', async () => {
    const browser = await office.signedIn('officer')
    await browser.open(renewals)
    await browser.press('Keep this view', { name: ' ' })
    assert.match(browser.seen.text, /Give the view a name/)
    assert.match(browser.seen.url, /form=i-90/, 'the list is filtered as before')
    const twice = { name: 'Mine', idempotencyKey: '3e0b1b36-3b3e-4a50-9a4e-7c5a4ce4bd7a' }
    for (let press = 0; press < 2; press += 1) {
      await browser.open(renewals)
      await browser.press('Keep this view', twice)
    }
    const rows = await office.database.pools.owner?.selectFrom('officer.saved_view').selectAll().execute()
    assert.equal(rows?.length, 1)
    const colleague = await office.signedIn('officer', 2)
    assert.doesNotMatch((await colleague.open('/queues')).text, /Mine/)
    assert.equal((await colleague.open(`/views/${rows?.[0]?.id}`)).status, 404)
    await colleague.open('/queues')
    assert.equal((await colleague.ask('POST', `/views/${rows?.[0]?.id}/remove`, colleague.formOf('Sign Out').hidden)).location, '/views')
    assert.match((await browser.open('/views')).text, /Mine/, 'nobody else removed it')
  })

  it('is one of thirty at most, and one of them is shown first at most', async () => {
    const browser = await office.signedIn('officer')
    for (let count = 0; count < viewsMost; count += 1) {
      await browser.open(renewals)
      await browser.press('Keep this view', { name: `View ${count}`, first: 'yes' })
    }
    await browser.open(renewals)
    await browser.press('Keep this view', { name: 'One more' })
    assert.match(browser.seen.text, /You have 30 views already/)
    const first = await office.database.pools.owner?.selectFrom('officer.saved_view').select('name').where('is_first', '=', true).execute()
    assert.deepEqual(first?.map(({ name }) => name), [`View ${viewsMost - 1}`])
  })
})
