import assert from 'node:assert/strict'
import { buffer } from 'node:stream/consumers'
import { after, before, describe, it } from 'node:test'
import { type Bringing, type IntakeGround, intakeGround, someone } from '../../../../test/cast/intake-ground.ts'
import { csvHead } from '../../../../test/cast/read-filings.ts'
import { newSecret } from '../../../platform/ids.ts'
import { officePaths } from '../../../platform/paths.ts'
import { fileBytesMost } from './brought-file.ts'

let ground: IntakeGround
before(async () => {
  ground = await intakeGround()
})
after(() => ground.end())

const stored = async () => (await Array.fromAsync(ground.services.storage.list())).map(({ key }) => key)

describe('a file of paper filings that is brought to the office', () => {
  it('lies sealed and waits for its job; the request takes nothing in, and says how far it is', async () => {
    const { status, location = '' } = await ground.bring({ file: csvHead + someone({ family_name: 'Harborlight' }) })
    assert.deepEqual([status, location.startsWith('/intake/files/')], [303, true])
    const intake = await ground.newest()
    const bytes = await buffer(await ground.services.storage.get(String(intake?.storage_key)))
    assert.ok(!bytes.includes('Harborlight'))
    assert.ok(!String(intake?.file_sealed).includes('filings.csv'))
    assert.deepEqual([intake?.lines, intake?.ended_at, await ground.cases()], [0, null, 0])
    const seen = await ground.browser.open(location)
    assert.match(seen.text, /Being read.*0% of the file was read.*filings\.csv/)
    assert.equal(seen.headers.refresh, '5')
    await ground.run(String(intake?.id))
    assert.match((await ground.browser.open(location)).text, /Read to its end/)
  })

  it('is one however often one page sends it, and its bytes are there once', async () => {
    const startKey = newSecret(128)
    const file = csvHead + someone()
    const before = (await ground.intakes()).length
    const sent = await Promise.all([1, 2, 3].map(() => ground.bring({ file, startKey })))
    assert.equal(new Set(sent.map(({ location }) => location)).size, 1)
    assert.equal((await ground.intakes()).length, before + 1)
    const keys = (await ground.intakes()).map(({ storage_key }) => storage_key)
    assert.deepEqual((await stored()).filter((key) => !keys.includes(key)), [])
  })

  it('is another where the page that was gone back to sends another file, or the same to be taken in that was only checked', async () => {
    const startKey = newSecret(128)
    const [one, other] = [csvHead + someone(), csvHead + someone()]
    const sent = [await ground.bring({ file: one, startKey, dryRun: true }), await ground.bring({ file: one, startKey }), await ground.bring({ file: other, startKey })]
    assert.equal(new Set(sent.map(({ location }) => location)).size, 3)
  })

  it('that is none, too large, or sent by no page of ours is not kept, and each is told in words of its own', async () => {
    const told: [Bringing, RegExp][] = [
      [{}, /Choose a file first/],
      [{ file: Buffer.alloc(fileBytesMost + 1, 'a') }, /A file may have 60 MB\. Split it/],
      [{ file: 'x', startKey: 'short' }, /This page was open too long/],
    ]
    const [keys, before] = [await stored(), (await ground.intakes()).length]
    for (const [bringing, words] of told) {
      const { location = '' } = await ground.bring(bringing)
      const seen = await ground.browser.open(location)
      assert.match(seen.html, /class="error-summary"/)
      assert.match(seen.text, words)
    }
    assert.deepEqual([await stored(), (await ground.intakes()).length], [keys, before])
  })

  it('is not even read where the form’s token does not come first, nor by anybody who may not take paper in', async () => {
    assert.equal((await ground.bring({ file: csvHead, tokenLast: true })).status, 403)
    await ground.enrol('officer')
    ground.services.clock.advance({ minutes: 1 })
    const officer = await ground.signedIn('officer')
    const before = await stored()
    assert.deepEqual(await ground.bring({ file: csvHead }, officer), { status: 303, location: officePaths.front() })
    assert.deepEqual(await stored(), before)
  })
})

describe('a file of JSON lines', () => {
  it('is taken in as one of CSV is', async () => {
    const filing = { form: 'i-90', received_on: '2026-03-04', family_name: 'Jsonlines', given_name: 'Maria', date_of_birth: '1985-06-14' }
    const mailing_address = { street: '12 Harbor Street', city: 'Albany', state: 'NY', postal_code: '12210', country: 'US' }
    const ended = await ground.brought([{ ...filing, mailing_address }, { ...filing, form: 'x' }].map((each) => `${JSON.stringify(each)}\n`).join(''))
    assert.deepEqual([ended.taken, ended.refused, ended.file_fault], [1, 1, null])
  })
})

describe('a file that is no file of paper filings', () => {
  const hostile: [string, Buffer | string, RegExp][] = [
    ['without a byte', '', /The file is empty/],
    ['that is a spreadsheet and no text', Buffer.from('PK\u0003\u0004\u0000\u0000\u0008\u0000 xl/workbook.xml'), /not text that can be read/],
    ['with a first line of a million columns', `${'a,'.repeat(1_000_000)}a\n`, /first line is too long/],
    ['with a header of other columns', 'name,age\nMaria,7\n', /no columns that a filing has/],
    ['with a column too many', csvHead.replace('form', 'shoe_size,form'), /header has the column shoe_size/],
  ]
  for (const [what, file, words] of hostile)
    it(`${what} is told in words, and nothing of it is kept`, async () => {
      const { id } = await ground.brought(file)
      assert.match((await ground.browser.open(officePaths.intakeOf({ intake: id }))).text, new RegExp(`could not be read.*${words.source}.*Nothing of it was taken in`))
      await ground.forget(id)
      assert.equal((await ground.newest())?.storage_key, null)
    })

  it('but has a row of a million columns, or is cut in its last, has its other rows taken in', async () => {
    const ended = await ground.brought(`${csvHead}${someone()}${'a,'.repeat(1_000_000)}\r\n${someone()}${someone().slice(0, -5)}`)
    assert.deepEqual([ended.taken, ended.refused, ended.lines], [2, 2, 5])
  })
})
