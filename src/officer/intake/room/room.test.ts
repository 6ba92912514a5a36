import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type OfficeGround, officeGround } from '../../../../test/cast/office-ground.ts'
import type { PortalBrowser } from '../../../../test/cast/portal-browser.ts'
import { workerOver } from '../../../../test/cast/printing-ground.ts'
import { officePaths } from '../../../platform/paths.ts'
import { columns } from '../file/columns.ts'
import { template } from '../file/template.ts'
import type { IntakeFault } from '../intake-store.ts'
import { beginIntake, endIntake } from '../take-batch.ts'

let ground: OfficeGround
let intake: PortalBrowser
before(async () => {
  ground = await officeGround()
  await ground.enrol('intake')
  intake = await ground.signedIn('intake')
})
after(() => ground.end())

async function brought(fileName: string, fault: IntakeFault | null = null) {
  const { perform } = workerOver(ground)
  const begun = await perform(beginIntake, { source: 'command', fileName })
  assert.ok(begun.ok)
  await perform(endIntake, { intake: begun.output, fault })
}

describe('the room where paper is taken in', () => {
  it('says that nothing was brought while nothing was, and what each column of a file means', async () => {
    const { text } = await intake.open(officePaths.intake())
    assert.match(text, /Nothing was brought yet/)
    for (const column of columns.filter((each) => !/^representative_(street|city|state|postal|country)/.test(each))) assert.match(text, new RegExp(`\\b${column}\\b`))
  })

  it('gives out the template', async () => {
    const seen = await intake.ask('GET', officePaths.intakeTemplate())
    assert.equal(seen.html, template())
    assert.match(String(seen.headers['content-disposition']), /^attachment; filename="paper-filings.csv"/)
  })

  it('lists what was brought, the newest first, twenty on a page', async () => {
    for (let file = 1; file <= 20; file += 1) await brought(`march-${file}.csv`)
    await brought('broken.csv', { code: 'no-header', column: '' })
    const { text } = await intake.open(officePaths.intake())
    assert.match(text, /broken\.csv.*the operator.*Not read.*march-20\.csv.*Done.*march-2\.csv/)
    assert.doesNotMatch(text, /march-1\.csv/)
    assert.match((await intake.open(`${officePaths.intake()}?page=2`)).text, /march-1\.csv/)
  })
})
