import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type CasesGround, casesGround } from '../../../test/cast/cases-ground.ts'
import { type ReadyPractice, readyPractice } from '../../../test/cast/ready-practice.ts'
import { accountsOf } from '../../platform/actor.ts'
import { query } from '../../platform/operation.ts'
import { lackingToAct, mayAct } from './may-act.ts'

const asked = query({
  name: 'test.may-act',
  allow: () => true,
  run: async (context, _input: undefined) => ({ lacking: await lackingToAct(context, accountsOf(context.actor)), may: await mayAct(context, accountsOf(context.actor)) }),
})

describe('who may act as a representative', () => {
  let ground: CasesGround
  let ana: ReadyPractice
  const owner = () => ground.database.pools.owner as NonNullable<CasesGround['database']['pools']['owner']>
  const found = () => ground.as(ana.actor).read(asked, undefined)
  const setLicence = (facts: object) => owner().updateTable('representation.licence').set(facts).where('account', '=', String(ana.actor.id)).execute()
  before(async () => {
    ground = await casesGround()
    ana = await readyPractice(ground, 'ana-acts@example.test')
  })
  after(() => ground.database.drop())

  it('is who certified a practice whose licence runs, whether or not the office looked at it', async () => {
    assert.deepEqual(await found(), { lacking: [], may: true })
    const stranger = await ground.newAccount('acts-for-nobody@example.test')
    assert.equal((await ground.as(stranger).read(asked, undefined))?.may, false)
  })

  it('is nobody from the day after their last licence ended, without anything having run', async () => {
    const today = ground.services.clock.now().toZonedDateTimeISO(ground.services.agency.timeZone).toPlainDate()
    await setLicence({ expires_on: today })
    assert.equal((await found())?.may, true)
    await setLicence({ expires_on: today.subtract({ days: 1 }) })
    assert.deepEqual(await found(), { lacking: ['licence-that-runs'], may: false })
    await setLicence({ expires_on: null })
  })

  it('is nobody who certified in other words than those in force', async () => {
    const { agency } = ground.services
    Object.assign(ground.services, { agency: { ...agency, representatives: { ...agency.representatives, certification: 'newer' } } })
    assert.deepEqual(await found(), { lacking: ['again'], may: false })
    Object.assign(ground.services, { agency })
  })
})
