import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type CasesGround, casesGround } from '../../../test/cast/cases-ground.ts'
import { type PortalGround, portalGround } from '../../../test/cast/portal-ground.ts'
import { paths } from '../paths.ts'
import { fileAnswer, isAnswer, json, noContent, notFound, overloaded, plainText, seeOther, tooMany } from './answer.ts'
import { page, recordsNothing } from './page.ts'
import { anyone } from './visit.ts'

const model = { answer: 'not-found', words: 'What an officer answered' }
const shows = page({
  path: paths.front,
  access: anyone,
  audit: recordsNothing('it is there for a test'),
  load: () => Promise.resolve(model),
  view: ({ model: shown }) => ({ title: 'Shown', body: shown.words }),
})

describe('an answer', () => {
  let ground: CasesGround
  let portal: PortalGround
  before(async () => {
    ground = await casesGround()
    portal = await portalGround(ground, [shows])
  })
  after(async () => {
    await portal.close()
    await ground.database.drop()
  })

  it('is what its own functions made, and no model that has a key of the same name: that is shown', async () => {
    const answers = [seeOther('/'), notFound, overloaded(1), tooMany(1), json({}), noContent({}), plainText(''), fileAnswer({ body: Buffer.of(), contentType: 'text/plain', fileName: 'a' })]
    assert.ok(answers.every(isAnswer))
    for (const other of [model, { answer: 'see-other', to: 'https://elsewhere.test' }, { answer: null }, JSON.parse(JSON.stringify(notFound)), null, undefined, 'answer', []]) assert.equal(isAnswer(other), false)
    const { status, body } = await portal.get('/')
    assert.equal(status, 200)
    assert.match(body, /What an officer answered/)
  })
})
