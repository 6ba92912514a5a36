import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type IntakeGround, intakeGround, someone } from '../../../../test/cast/intake-ground.ts'
import { csvHead } from '../../../../test/cast/read-filings.ts'
import { officePaths } from '../../../platform/paths.ts'
import { sweepOffice } from '../../office-chores.ts'

let ground: IntakeGround
before(async () => {
  ground = await intakeGround()
})
after(() => ground.end())

const pageOf = async (intake: string, page = 1) => ground.browser.open(`${officePaths.intakeOf({ intake })}?page=${page}`)
const download = (intake: string) => ground.browser.ask('GET', officePaths.refusedRows({ intake }))
const taken = async () =>
  (await ground.owner.selectFrom('audit.entry').select(['outcome', 'refusal', 'detail', 'actor_kind']).where('operation', '=', 'officer.take-refused-rows').orderBy('ordinal').execute()).map(
    ({ actor_kind, outcome, refusal, detail }) => [actor_kind, refusal ?? outcome, detail],
  )

const wrongDay = { received_on: '3/4/2026' }

describe('what came of a file', () => {
  it('is told in numbers, and each refused row with its line and every reason, twenty-five on a page', async () => {
    const { id } = await ground.brought(csvHead + someone() + Array.from({ length: 30 }, () => someone({ ...wrongDay, country: 'USA' })).join(''))
    const { text } = await pageOf(id)
    assert.match(text, /Read to its end.*Taken in 1 became cases.*Refused 30 were not taken in.*Read to line 32/)
    assert.match(text, /3 received_on: Nobody can tell the day.*country: Write the country as its two letters/)
    assert.match(text, / 27 received_on/)
    assert.doesNotMatch(text, / 28 received_on/)
    assert.match((await pageOf(id, 2)).text, / 28 received_on.* 32 received_on/)
  })

  it('says nothing of what its rows say, and nothing of a file is in its address or title', async () => {
    const { id } = await ground.brought(csvHead + someone({ ...wrongDay, family_name: 'Harborlight' }), { fileName: 'harborlight.csv' })
    const { html } = await pageOf(id)
    assert.doesNotMatch(html, /Harborlight/)
    assert.doesNotMatch(/<title>.*<\/title>/.exec(html)?.[0] ?? '', /harborlight/)
  })

  it('shows a name of a file as what it is, whatever is in it', async () => {
    const { id } = await ground.brought(csvHead + someone(), { fileName: "<img src=x onerror='x'>\u202Egnp.csv" })
    const { html } = await pageOf(id)
    assert.match(html, /<bdi class="breaks">&lt;img src=x onerror='x'>gnp\.csv<\/bdi>/)
  })

  it('is looked at again by the page itself for five minutes in which nothing moves; then the page says since when', async () => {
    const { location = '' } = await ground.bring({ file: csvHead + someone() })
    const { clock } = ground.services
    clock.advance({ minutes: 5 })
    assert.equal((await ground.browser.open(location)).headers.refresh, '5')
    clock.advance({ seconds: 1 })
    const still = await ground.browser.open(location)
    assert.equal(still.headers.refresh, undefined)
    assert.match(still.text, /Being read Nothing of it has moved since November 23, 2026.*goes on by itself/)
    await ground.run(location.split('/').at(-1) ?? '')
    assert.match((await ground.browser.open(location)).text, /Read to its end/)
  })

  it('is nothing where there is no such intake', async () => {
    for (const intake of ['x', '00000000-0000-4000-8000-000000000000']) {
      assert.equal((await pageOf(intake)).status, 404)
      assert.equal((await download(intake)).status, 404)
    }
  })
})

describe('the refused rows of a file', () => {
  it('are a file that is corrected and brought again, with what stood between its cells', async () => {
    const semicolons = (csv: string) => csv.replaceAll(';', '').replaceAll(/"([^"]*)"/g, (_, cell: string) => cell.replaceAll(',', ' ')).replaceAll(',', ';')
    const { id, refused } = await ground.brought(semicolons(csvHead + someone() + someone(wrongDay) + someone(wrongDay)))
    assert.equal(refused, 2)
    const file = await download(id)
    assert.match(String(file.headers['content-disposition']), /^attachment; filename="refused-rows\.csv"/)
    assert.match(file.html, /^\ufeffline;problem;receipt_number;/)
    const again = await ground.brought(file.html.replace('3/4/2026', '2026-03-04'))
    assert.deepEqual([again.taken, again.refused], [1, 1])
  })

  it('come all of them, in the order of their lines, however many there are', async () => {
    const { id } = await ground.brought(csvHead + Array.from({ length: 1203 }, () => someone(wrongDay)).join(''))
    const lines = (await download(id)).html.trim().split('\r\n').slice(1)
    assert.deepEqual(lines.map((line) => Number(line.split(',')[0])), Array.from({ length: 1203 }, (_, index) => index + 2))
  })

  it('are on record each time they are taken, with how many and no word of them', async () => {
    const before = (await taken()).length
    const { id } = await ground.brought(csvHead + someone(wrongDay))
    await download(id)
    await download((await ground.brought(csvHead + someone())).id)
    assert.deepEqual((await taken()).slice(before), [['staff', 'done', { rows: 1 }], ['staff', 'no-refused-rows', null]])
  })

  it('are kept thirty days and no longer, which the page says before and after', async () => {
    const { id } = await ground.brought(csvHead + someone(wrongDay))
    assert.match((await pageOf(id)).text, /Their text is kept here until December 23, 2026/)
    const clock = { ...ground.services.clock, now: () => ground.services.clock.now().add({ hours: 24 * 30 + 1 }) }
    await sweepOffice.run({ ...ground.worker, services: { ...ground.services, clock } })
    assert.match((await pageOf(id)).text, /kept for 30 days and is deleted/)
    assert.equal((await download(id)).status, 404)
  })
})
