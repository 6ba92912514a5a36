import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { type CasesGround, casesGround } from '../../../../test/cast/cases-ground.ts'
import { reportOf } from '../../../../test/cast/delivery-reports.ts'
import { type Actor, systemActor, visitor } from '../../actor.ts'
import { asActor } from '../../db/transaction.ts'
import { newId } from '../../ids.ts'
import { performerFor } from '../../operation.ts'
import { queueMail } from '../queue-mail.ts'
import { isSignedReport, noteDeliveryReport } from './mail-events.ts'
import { isUnreachable } from './reach-store.ts'

let ground: CasesGround
before(async () => {
  ground = await casesGround()
})
after(() => ground.database.drop())

const address = 'Returned@Example.test'

/** A mail to this person that left; its id. */
async function mailTo(person: Actor): Promise<string> {
  const before = new Set((await mails()).map(({ id }) => id))
  await asActor(ground.database.pools.worker, systemActor('test'), {}, (tx) =>
    queueMail({ tx, enqueue: async () => undefined, services: ground.services, now: ground.services.clock.now() }, { kind: 'cases.news', to: address, person: String(person.id), language: 'en' }),
  )
  return (await mails()).find(({ id }) => !before.has(id))?.id ?? ''
}
const mails = async () => (await ground.database.pools.owner?.selectFrom('mail.queued').selectAll().execute()) ?? []
const mailOf = async (id: string) => (await mails()).find((mail) => mail.id === id)
const note = async (mail: string, outcome: 'bounced' | 'delivered', code: string) => {
  const result = await gate().perform(noteDeliveryReport, { mail, outcome, code })
  return result.ok && result.output.isNews
}
const gate = () => {
  const { pool, services, record } = { pool: ground.database.pools.portal, services: ground.services, record: async () => undefined }
  return performerFor({ pool, services, record }, visitor, { id: 'test', network: null })
}
const comesBack = (person: Actor, where = address) =>
  asActor(ground.database.pools.worker, systemActor('test'), {}, (tx) => isUnreachable(tx, ground.services.keys, { person: String(person.id), address: where }))

describe('what mail servers tell of our mails', () => {
  it('a mailbox that is not there is not reached from its first mail on; told again it changes nothing', async () => {
    const person = await ground.newAccount('one@example.test')
    const mail = await mailTo(person)
    assert.equal(await comesBack(person), false)
    assert.equal(await note(mail, 'bounced', '5.1.1'), true)
    assert.equal(await note(mail, 'bounced', '5.1.1'), false)
    assert.equal((await mailOf(mail))?.bounce_code, '5.1.1')
    assert.equal(await comesBack(person), true)
    assert.equal(await comesBack(person, 'returned@example.test'), true, 'whatever its letters')
    assert.equal(await comesBack(person, 'another@example.test'), false, 'another address of theirs is another matter')
    assert.equal(await comesBack(await ground.newAccount('other@example.test')), false, 'nor is anybody else’s')
  })

  it('for another reason it takes three mails, and one that arrives begins anew', async () => {
    const person = await ground.newAccount('three@example.test')
    for (const expected of [false, false, true]) {
      await note(await mailTo(person), 'bounced', '5.7.1')
      assert.equal(await comesBack(person), expected)
    }
    assert.equal(await note(await mailTo(person), 'delivered', '2.0.0'), true)
    assert.equal(await comesBack(person), false)
    await note(await mailTo(person), 'bounced', '5.7.1')
    assert.equal(await comesBack(person), false)
  })

  it('a mail that came back never arrives afterwards, and one that is not ours is nobody’s', async () => {
    const person = await ground.newAccount('late@example.test')
    const mail = await mailTo(person)
    await note(mail, 'bounced', '5.1.1')
    assert.equal(await note(mail, 'delivered', '2.0.0'), false)
    assert.equal(await comesBack(person), true)
    assert.equal(await note(newId(), 'bounced', '5.1.1'), false)
  })

  it('a storm of returns keeps one row for each address, sends nobody anything and is counted once a mail', async () => {
    const person = await ground.newAccount('storm@example.test')
    const sent = [] as string[]
    for (let each = 0; each < 20; each += 1) sent.push(await mailTo(person))
    const before = (await mails()).length
    const storm = sent.flatMap((mail) => Array.from({ length: 10 }, () => mail))
    const news = await Promise.all(storm.map((mail) => note(mail, 'bounced', '5.7.1')))
    assert.equal(news.filter(Boolean).length, 20)
    const rows = await ground.database.pools.owner?.selectFrom('mail.reach').selectAll().where('person', '=', String(person.id)).execute()
    assert.deepEqual(rows?.map(({ bounces }) => bounces), [20])
    assert.equal((await mails()).length, before)
  })

  it('is believed only with the signature of the shared secret over the very bytes', () => {
    const secret = 'a-secret-of-the-mail-server-32-characters'
    const message = Buffer.from(reportOf({ mail: newId() }))
    const signature = `sha256=${createHmac('sha256', secret).update(message).digest('hex')}`
    assert.equal(isSignedReport(secret, message, signature), true)
    assert.equal(isSignedReport(secret, Buffer.concat([message, Buffer.from(' ')]), signature), false)
    for (const wrong of ['', 'sha256=', signature.slice(7), signature.toUpperCase()]) assert.equal(isSignedReport(secret, message, wrong), false)
    assert.equal(isSignedReport('another secret', message, signature), false)
  })
})
