import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { born, type RepresentedGround, representedGround } from '../../../test/cast/represented-case.ts'
import { signUpUntil } from '../../../test/cast/sign-up-in-browser.ts'
import { paths } from '../../platform/paths.ts'

let ground: RepresentedGround
before(async () => {
  ground = await representedGround()
})
after(() => ground.end())

async function chosenRepresentative(email: string) {
  const browser = ground.browser()
  await signUpUntil(ground, browser, email, 'services')
  assert.match((await browser.press('Submit', { type: 'representative' })).text, /Do you have a notice with an Online Access Code/)
  await browser.open(paths.signUpAccessCode())
  return browser
}

it('a representative uses the code of their notice on the page after the account type, and has the case when they are done', async () => {
  const paper = await ground.paperCase()
  const ana = await chosenRepresentative('ana@example.test')
  const added = await ana.press('Add case', { receiptNumber: paper.receiptNumber, accessCode: paper.representative, ...born })
  assert.equal(added.url, `${paths.signUpRepresentative()}?added=yes`)
  assert.match(added.text, /The case is added/)
  await ana.press('Submit', { kind: 'attorney' })
  assert.match((await ana.open(paths.case({ receiptNumber: paper.receiptNumber }))).text, /You represent the person of this case/)
  const maria = await ground.signedUp('maria@example.test')
  assert.equal((await ground.add(maria, paper.receiptNumber, paper.applicant)).url, paths.case({ receiptNumber: paper.receiptNumber }))
})

it('an applicant’s code is answered there as a wrong one, and is not spent; nobody needs a code to go on', async () => {
  const paper = await ground.paperCase()
  const ana = await chosenRepresentative('no-code@example.test')
  const tried = async (accessCode: string) => (await ana.press('Add case', { receiptNumber: paper.receiptNumber, accessCode, ...born })).text.match(/The receipt number, the code[^.]*\./)?.[0]
  assert.equal(await tried(paper.applicant), await tried('0000-0000-0000-0'))
  assert.ok(await tried(paper.applicant))
  assert.match(ana.seen.html, /href="\/sign-up\/representative"/)
  await ana.open(paths.signUpRepresentative())
  await ana.press('Submit', { kind: 'attorney' })
  assert.equal(ana.seen.url, '/account')
  const maria = await ground.signedUp('unspent@example.test')
  assert.equal((await ground.add(maria, paper.receiptNumber, paper.applicant)).url, paths.case({ receiptNumber: paper.receiptNumber }))
})

it('the page is no place for anybody else', async () => {
  const maria = await ground.signedUp('applicant@example.test')
  assert.equal((await maria.open(paths.signUpAccessCode())).url, '/account')
  assert.notEqual((await ground.browser().open(paths.signUpAccessCode())).url, paths.signUpAccessCode())
})
