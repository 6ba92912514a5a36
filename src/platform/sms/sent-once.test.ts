import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { type SmsGround, smsGround } from '../../../test/cast/sms-ground.ts'
import { type TextMessageVendor, textMessageVendor, vendorConnection } from '../../../test/cast/text-message-vendor.ts'
import { SmsFault } from './text-message.ts'
import { createTwilioSms } from './twilio.ts'

/** Numbers that the vendor's server treats each in its own way. */
const takenAndSilent = '+12025550150'
const takenAndHungUp = '+12025550151'
const takenAndBroken = '+12025550154'

let ground: SmsGround
let vendor: TextMessageVendor
before(async () => {
  vendor = await textMessageVendor()
  ground = await smsGround(createTwilioSms({ ...vendorConnection(vendor.origin), timeoutMs: 1500 }))
  // The vendor's server has the machine's clock; so have its messages.
  ground.services.clock.set(Temporal.Now.instant())
})
after(async () => {
  await ground.end()
  await vendor.end()
})

const takenBy = async (to: string) => (await vendor.taken()).filter((each) => each.to === to)

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((settle) => setTimeout(settle, 20))
}

describe('a text message whose sending nobody saw end', () => {
  it('is not sent again when its worker was killed between sending and marking', { timeout: 30_000 }, async () => {
    const script = join(import.meta.dirname, '../../../test/cast/texting-worker.ts')
    const id = await ground.queue({ to: takenAndSilent })
    const worker = spawn(process.execPath, ['--import', 'tsx', script, ground.database.urls.worker, vendor.origin], { stdio: ['ignore', 'ignore', 'inherit'] })
    await until(async () => (await takenBy(takenAndSilent)).length > 0)
    worker.kill('SIGKILL')
    await once(worker, 'exit')
    assert.deepEqual(await ground.standing(id), { state: 'queued', failure: null })
    await ground.run(id)
    assert.deepEqual(await ground.standing(id), { state: 'sent', failure: null })
    assert.equal((await takenBy(takenAndSilent)).length, 1)
  })

  it('is not sent again after a lost connection or an answer of 502, when the vendor has it', async () => {
    for (const to of [takenAndHungUp, takenAndBroken]) {
      const id = await ground.queue({ to, values: { challenge: `c-${to}` } })
      await assert.rejects(ground.run(id), SmsFault)
      await ground.run(id)
      assert.deepEqual([await ground.standing(id), (await takenBy(to)).length], [{ state: 'sent', failure: null }, 1], to)
    }
  })

  it('is sent when the vendor has it not: an older one of the same words is another message', async () => {
    const to = '+12025550160'
    const older = await ground.queue({ to })
    await ground.run(older)
    const id = await ground.queue({ to })
    const { sms } = ground.services
    ground.services.sms = { ...sms, send: () => Promise.reject(SmsFault.forNow('unreachable')) }
    await assert.rejects(ground.run(id), SmsFault)
    ground.services.sms = sms
    await ground.run(id)
    assert.equal((await takenBy(to)).length, 2)
  })
})
