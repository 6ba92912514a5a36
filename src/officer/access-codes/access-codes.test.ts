import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { clearRole } from '../../../test/cast/cleared-staff.ts'
import { staffActor } from '../../../test/cast/cases-ground.ts'
import { type DuplicatesGround, duplicatesGround, elsewhere } from '../../../test/cast/duplicates-ground.ts'
import { lettersAbout } from '../../../test/cast/paper-case.ts'
import type { PortalBrowser } from '../../../test/cast/portal-browser.ts'
import { claimCase } from '../../cases/index.ts'
import { officePaths } from '../../platform/paths.ts'
import { accessFile } from './access-file.ts'
import { mailNewCode, withdrawCode } from './code-acts.ts'
import { openAccess } from './open-access.ts'

let ground: DuplicatesGround
let support: PortalBrowser
before(async () => {
  ground = await duplicatesGround()
  for (const role of ['support', 'intake', 'officer'] as const) await ground.enrol(role)
})
after(() => ground.end())
beforeEach(async () => {
  ground.services.clock.advance({ minutes: 2 })
  support = await ground.signedIn('support')
})

const born = Temporal.PlainDate.from('1985-06-14')
const representative = { name: 'Ana Reyes', address: elsewhere, accountNumber: null }
let people = 0
/** A case from paper of a person of its own, whose letters were printed. */
async function paperCase(about: Parameters<DuplicatesGround['take']>[0] = {}, printed = true) {
  people += 1
  const { receiptNumber } = await ground.take({ person: { familyName: `Paper${'x'.repeat(people)}`, givenName: 'Maria', dateOfBirth: born }, ...about })
  const letters = await lettersAbout(ground, receiptNumber)
  if (printed) await ground.owner.updateTable('cases.letter').set({ printed_at: ground.services.clock.now() }).where('case', '=', (await ground.caseOf(receiptNumber)).id).execute()
  return { receiptNumber, codeOf: (role: string) => letters.find((letter) => letter.role === role)?.accessCode ?? '' }
}
const opened = async (browser: PortalBrowser, receiptNumber: string) => {
  await browser.open(officePaths.access({ receiptNumber }))
  return browser.press('Show access', { reason: 'answer-inquiry' })
}
const mail = (browser: PortalBrowser, receiptNumber: string, addressee = 'applicant', anyway = '') =>
  browser.open(officePaths.access({ receiptNumber })).then(() => browser.press('Mail a new code', { addressee, why: 'It never came.', ...(anyway ? { anyway } : {}) }))
const claim = async (receiptNumber: string, accessCode: string, email: string, type: 'applicant' | 'representative' = 'applicant') => {
  const person = await ground.newAccount(email)
  await ground.owner.updateTable('accounts.account').set({ account_type: type }).where('id', '=', String(person.id)).execute()
  return (await ground.as(person).perform(claimCase, { receiptNumber, accessCode, dateOfBirth: born })).ok
}
const newest = async (receiptNumber: string) => {
  const rows = await ground.owner.selectFrom('cases.letter').select(['id', 'kind', 'sealed']).where('case', '=', (await ground.caseOf(receiptNumber)).id).where('printed_at', 'is', null).where('withdrawn_at', 'is', null).execute()
  return rows.map(({ kind }) => kind)
}
const codeNow = async (receiptNumber: string) => {
  const { id } = await ground.caseOf(receiptNumber)
  await ground.owner.deleteFrom('cases.letter').where('case', '=', id).where((eb) => eb.or([eb('printed_at', 'is not', null), eb('withdrawn_at', 'is not', null)])).execute()
  return (await lettersAbout(ground, receiptNumber)).at(-1)?.accessCode ?? ''
}

describe('who has access to a case from paper', () => {
  it('is found by its number and shown after a reason alone, which its people are told; never a code', async () => {
    const { receiptNumber, codeOf } = await paperCase({ representative })
    await support.open(officePaths.findAccess())
    assert.match((await support.press('Find case', { receiptNumber: 'IOE0000000000' })).text, /No case from paper has this number/)
    await support.press('Find case', { receiptNumber })
    assert.equal(support.seen.url, officePaths.access({ receiptNumber }))
    assert.doesNotMatch(support.seen.text, /Harbor Street|Ana Reyes|Works until/)
    const { text, html } = await support.press('Show access', { reason: 'answer-inquiry' })
    assert.match(text, /Harbor Street.*Ana Reyes.*Hill Road.*Account Access Notice.*Works until/)
    for (const role of ['applicant', 'representative']) assert.ok(codeOf(role).length > 10 && !html.includes(codeOf(role)))
    const { reason, role } = await ground.owner.selectFrom('officer.file_opening').select(['reason', 'role']).where('case', '=', (await ground.caseOf(receiptNumber)).id).executeTakeFirstOrThrow()
    assert.deepEqual([reason, role], ['answer-inquiry', 'support'])
    assert.equal((await support.open(officePaths.access({ receiptNumber: (await ground.openCase()).receiptNumber }))).status, 404)
  })

  it('is not shown, nor changed, without that reason, and to no administrator', async () => {
    const { receiptNumber } = await paperCase()
    const { perform, read } = ground.as(staffActor('support'))
    assert.deepEqual(await read(accessFile, { receiptNumber }), { state: 'closed' })
    assert.deepEqual(await perform(mailNewCode, { receiptNumber, addressee: 'applicant', why: 'x', anyway: true }), { ok: false, refusal: 'not-opened' })
    assert.deepEqual(await perform(withdrawCode, { receiptNumber, addressee: 'applicant', why: 'x' }), { ok: false, refusal: 'not-opened' })
    const admin = ground.as(staffActor('admin'))
    assert.deepEqual([await admin.read(accessFile, { receiptNumber }), await admin.perform(openAccess, { receiptNumber, reason: 'work-on-case' })], [null, { ok: false, refusal: 'not-allowed' }])
  })

  it('of a protected case is not there for who may not see it; to who may it shows no address, and no code is mailed', async () => {
    const { receiptNumber } = await paperCase()
    await ground.owner.updateTable('cases.case').set({ protected: true }).where('receipt_number', '=', receiptNumber).execute()
    for (const role of ['support', 'intake', 'officer'] as const) {
      const browser = await ground.signedIn(role)
      assert.equal((await browser.ask('GET', officePaths.access({ receiptNumber }))).status, 404, role)
    }
    await clearRole(ground, 'support')
    assert.doesNotMatch((await opened(support, receiptNumber)).text, /Harbor Street|Mail a new code/)
    const refused = await support.ask('POST', officePaths.access({ receiptNumber }), { addressee: 'applicant', why: 'x' })
    assert.notEqual(refused.status, 303)
    await clearRole(ground, 'support', false)
    assert.deepEqual((await ground.notices(receiptNumber)).length, 1)
  })
})

describe('Mail a new code', () => {
  it('prints one for the person, the old one is dead, and the record says who and that it was', async () => {
    const { receiptNumber, codeOf } = await paperCase()
    await opened(support, receiptNumber)
    assert.match((await mail(support, receiptNumber)).text, /goes out with the next print run/)
    assert.match(support.seen.text, /New code from the office.*It never came/)
    assert.deepEqual(await newest(receiptNumber), ['code-again'])
    assert.equal(await claim(receiptNumber, codeOf('applicant'), 'old-code@example.test'), false)
    assert.equal(await claim(receiptNumber, await codeNow(receiptNumber), 'new-code@example.test'), true)
    const [asked] = await ground.owner.selectFrom('cases.access_notice').select('asked_why_sealed').where('cause', '=', 'office').execute()
    assert.doesNotMatch(String(asked?.asked_why_sealed?.toString('latin1')), /never came/)
  })

  it('goes to who is named alone: the representative’s spends nothing of the person’s', async () => {
    const { receiptNumber, codeOf } = await paperCase({ representative })
    await opened(support, receiptNumber)
    await mail(support, receiptNumber, 'representative')
    assert.equal(await claim(receiptNumber, codeOf('applicant'), 'untouched@example.test'), true)
    assert.equal(await claim(receiptNumber, codeOf('representative'), 'dead@example.test', 'representative'), false)
  })

  it('is refused while a letter waits, where the code was used, where there is none to have, and before it is said whose the case is', async () => {
    const refusedFor = async (receiptNumber: string, words: RegExp, addressee = 'applicant') => {
      await opened(support, receiptNumber)
      const seen = await mail(support, receiptNumber, addressee)
      assert.equal(seen.status, 422)
      assert.match(seen.text, words)
    }
    await refusedFor((await paperCase({}, false)).receiptNumber, /waits to be printed already/)
    const used = await paperCase()
    assert.ok(await claim(used.receiptNumber, used.codeOf('applicant'), 'used@example.test'))
    await refusedFor(used.receiptNumber, /This code was used/)
    await refusedFor((await paperCase()).receiptNumber, /The form names no representative/, 'representative')
    await refusedFor((await ground.doubtful()).receiptNumber, /Nobody has said yet whose this case is/)
    for (const about of [{ consular: true }, { receiptNumber: 'EAC2190012346' }]) {
      const { receiptNumber } = await paperCase(about)
      await opened(support, receiptNumber)
      assert.doesNotMatch(support.seen.html, /<button[^>]*>Mail a new code/)
    }
  })

  it('within seven days of another one needs it said that it is to go all the same', async () => {
    const { receiptNumber } = await paperCase()
    await opened(support, receiptNumber)
    await mail(support, receiptNumber)
    await ground.owner.updateTable('cases.letter').set({ printed_at: ground.services.clock.now() }).where('printed_at', 'is', null).execute()
    assert.match((await mail(support, receiptNumber)).text, /within the last seven days/)
    assert.match((await mail(support, receiptNumber, 'applicant', 'yes')).text, /goes out with the next print run/)
  })

  it('pressed twice at once mails one, and of a claim at the same moment one counts', async () => {
    const { receiptNumber } = await paperCase()
    await opened(support, receiptNumber)
    await support.open(officePaths.access({ receiptNumber }))
    const pressed = await Promise.all([1, 2].map(() => support.press('Mail a new code', { addressee: 'applicant', why: 'x' })))
    assert.deepEqual(pressed.map(({ status }) => status).toSorted(), [200, 422])
    const racing = await paperCase()
    await opened(support, racing.receiptNumber)
    await support.open(officePaths.access({ receiptNumber: racing.receiptNumber }))
    const [claimed] = await Promise.all([
      claim(racing.receiptNumber, racing.codeOf('applicant'), 'races@example.test'),
      support.press('Mail a new code', { addressee: 'applicant', why: 'x' }),
    ])
    const ends = (await ground.notices(racing.receiptNumber)).map(({ ended_as }) => ended_as).toSorted()
    assert.deepEqual(ends, claimed ? ['used'] : [null, 'replaced'].toSorted())
  })
})

describe('Withdraw this code', () => {
  it('ends it at once with its letter, after why was said; then a new one can be mailed', async () => {
    const { receiptNumber, codeOf } = await paperCase({}, false)
    await opened(support, receiptNumber)
    const at = officePaths.withdrawCode({ receiptNumber, addressee: 'applicant' })
    await support.open(at)
    assert.equal((await support.press('Withdraw this code', { why: ' ' })).status, 422)
    assert.match((await support.press('Withdraw this code', { why: 'Sent to the old flat' })).text, /The code is dead.*Withdrawn, not printed.*Sent to the old flat/)
    assert.equal(await claim(receiptNumber, codeOf('applicant'), 'withdrawn@example.test'), false)
    assert.deepEqual(await newest(receiptNumber), [])
    assert.equal((await support.open(at)).url, officePaths.access({ receiptNumber }))
    assert.match((await mail(support, receiptNumber)).text, /goes out with the next print run/)
    assert.equal((await support.open(officePaths.withdrawCode({ receiptNumber, addressee: 'x' }))).status, 404)
  })
})

describe('a representative’s access', () => {
  it('is ended by support for a person without an account, after why was said; who may not is not offered it', async () => {
    const { receiptNumber, codeOf } = await paperCase({ representative })
    assert.ok(await claim(receiptNumber, codeOf('representative'), 'represents@example.test', 'representative'))
    const intake = await ground.signedIn('intake')
    assert.doesNotMatch((await opened(intake, receiptNumber)).text, /End their access/)
    const { html } = await opened(support, receiptNumber)
    const link = /href="(\/access-codes\/\w+\/representatives\/[^"]+)"/.exec(html)?.[1] ?? ''
    await support.open(link)
    assert.equal((await support.press('End their access', { why: '' })).status, 422)
    assert.match((await support.press('End their access', { why: 'She came with her passport' })).text, /Their access is ended/)
    const parties = await ground.owner.selectFrom('cases.party').select(['role', 'until_at', 'ended_by']).where('case', '=', (await ground.caseOf(receiptNumber)).id).execute()
    assert.deepEqual(parties.map(({ role, until_at: until, ended_by: by }) => [role, until !== null, by !== null]).toSorted(), [['applicant', false, false], ['representative', true, true]])
    assert.deepEqual((await ground.mailsTo('represents@example.test')).map(({ kind }) => kind), ['cases.access-ended'])
    assert.equal((await support.open(link)).url, officePaths.access({ receiptNumber }))
  })
})
