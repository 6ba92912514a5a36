import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { assetsFolder, settleAssets } from '../../src/app/settle-assets.ts'
import { scanAgain } from '../../src/evidence/scan-again.ts'
import { paths } from '../../src/platform/paths.ts'
import { encryptedPdf, samplePdf, samplePicture } from '../../src/platform/preview/sample-files.ts'
import { type EvidenceGround, evidenceGround } from '../cast/evidence-ground.ts'
import { closeBrowser, person, type PersonOptions } from './browser.ts'
import { waysGone } from './ways.ts'

let ground: EvidenceGround
before(async () => {
  ground = await evidenceGround({ assets: await settleAssets(), assetsFolder })
})
after(async () => {
  await closeBrowser()
  await ground.end()
})

const away = () => ({ ...ground.services.scanner, isThere: async () => false, scan: async () => 'error' as const })

const ways = waysGone<[string, PersonOptions]>([
  ['without scripts, 320 px wide', { javaScript: false, width: 320 }],
  ['with scripts', { javaScript: true }],
], 0)

for (const [way, options] of ways)
  test(`what is found of a file is said in words at every stage: looked at, waiting for the scanner, ready, not taken and why, ${way}`, async () => {
    const draft = ground.newDraft(await ground.newAccount(), [
      { id: 'card-copy', required: true, filesMax: 4 },
      { id: 'legal-change', required: true },
    ])
    const one = await person(options)
    const [name = '', value = ''] = ground.cookieOf(draft.owner).split('=')
    const url = `http://127.0.0.1:${ground.port}${paths.draftEvidence({ draft: draft.id })}`
    await one.page.context().addCookies([{ name, value, url }])
    await ground.upload(draft, { fileName: 'card.pdf', file: samplePdf() })
    await one.goTo(url)
    assert.match(await one.text(), /We are checking what you uploaded[\s\S]*Being checked/)
    assert.equal(await one.page.getByRole('link', { name: 'card.pdf', exact: true }).count(), 0, 'nothing is served before it is clean')
    await ground.work({ scanner: away() })
    await one.follow('Check again')
    assert.match(await one.text(), /there is nothing for you to do[\s\S]*Waiting for the scanner/)
    ground.services.clock.advance({ hours: 9 })
    await scanAgain.run(ground.context)
    await ground.work()
    await ground.upload(draft, { fileName: 'locked.pdf', file: encryptedPdf('') })
    await ground.upload(draft, { document: 'legal-change', fileName: 'decree.png', file: await samplePicture('png') })
    await ground.work()
    await one.goTo(url)
    const text = await one.text()
    assert.match(text, /card\.pdf[\s\S]*Ready[\s\S]*locked\.pdf[\s\S]*Not taken[\s\S]*locked with a password[\s\S]*decree\.png[\s\S]*Ready/)
    assert.match(text, /Every required document is here/)
    await one.end()
  })
