import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import twilio from 'twilio'
import { accountSid, authToken, type TextMessageVendor, textMessageVendor, vendorConnection } from '../../../test/cast/text-message-vendor.ts'
import { SmsFault, type TextMessage } from './text-message.ts'
import { createTwilioSms, type TwilioConnection } from './twilio.ts'

let vendor: TextMessageVendor
before(async () => {
  vendor = await textMessageVendor()
})
after(() => vendor.end())

const id = '01890000-0000-7000-8000-0000000000aa'
const message = (to: string, more: Partial<TextMessage> = {}): TextMessage => ({ id, to, text: 'Portolan: Ваш код\n123456', ...more })
const port = (more: Partial<TwilioConnection> = {}) =>
  createTwilioSms({ ...vendorConnection(vendor.origin), timeoutMs: 1500, ...more })

/** The vendor's own library, led to the server that stands in for the vendor. */
function vendorsLibrary(token = authToken) {
  const requests = new twilio.RequestClient()
  const httpClient = {
    request: (asked: Parameters<typeof requests.request>[0]) =>
      requests.request({ ...asked, uri: asked.uri.replace('https://api.twilio.com', vendor.origin) }),
  }
  return twilio(accountSid, token, { httpClient: httpClient as unknown as typeof requests })
}

const faultOf = async (work: Promise<unknown>): Promise<SmsFault> => {
  const fault = await work.then(() => null, (thrown: unknown) => thrown)
  assert.ok(fault instanceof SmsFault, String(fault))
  return fault
}

describe('the server that stands in for the vendor', () => {
  it('speaks the shapes that the vendor’s own library reads: creating, listing, refusing', async () => {
    const library = vendorsLibrary()
    const made = await library.messages.create({ to: '+12025550190', from: '+15550100', body: 'from the library', validityPeriod: 60 })
    assert.match(made.sid, /^SM[0-9a-f]{32}$/)
    assert.deepEqual([made.status, made.to, made.accountSid, made.errorCode], ['queued', '+12025550190', accountSid, null])
    assert.ok(made.dateCreated instanceof Date && !Number.isNaN(made.dateCreated.getTime()))
    const found = await library.messages.list({ to: '+12025550190', limit: 5 })
    assert.deepEqual(found.map(({ sid, body, direction }) => [sid, body, direction]), [[made.sid, 'from the library', 'outbound-api']])
    const refused = { name: 'Error', status: 400, code: 21211, moreInfo: 'https://www.twilio.com/docs/errors/21211' }
    await assert.rejects(library.messages.create({ to: '+12025550101', from: '+15550100', body: 'x' }), refused)
    await assert.rejects(vendorsLibrary('wrong').messages.list({ limit: 1 }), { status: 401, code: 20003 })
  })

  it('is given the same by our driver as by the vendor’s library', async () => {
    await vendorsLibrary().messages.create({
      to: '+12025550191', from: '+15550100', body: message('').text, smartEncoded: false, validityPeriod: 90,
      statusCallback: `https://portal.example/text-message-events?message=${id}`,
    })
    await port().send(message('+12025550191', { usefulForSeconds: 90 }))
    const [ours, theirs] = await vendor.taken()
    const told = ({ to, from, service, body, callback, validity }: NonNullable<typeof ours>) => ({ to, from, service, body, callback, validity })
    assert.ok(ours && theirs)
    assert.deepEqual(told(ours), told(theirs))
  })
})

describe('a text message over the vendor’s API', () => {
  it('is taken, under the id that the vendor gave it', async () => {
    const { providerId } = await port().send(message('+12025550143'))
    const [newest] = await vendor.taken()
    assert.deepEqual([newest?.sid, newest?.to, newest?.body, newest?.validity], [providerId, '+12025550143', message('').text, null])
  })

  it('can come from a Messaging Service, and asks for no receipts where none can be posted', async () => {
    const service = `MG${'0'.repeat(32)}`
    await port({ sender: { MessagingServiceSid: service }, receiptsUrl: null }).send(message('+12025550143'))
    const [newest] = await vendor.taken()
    assert.deepEqual([newest?.service, newest?.from, newest?.callback], [service, null, null])
  })

  it('that is answered slowly, within the time-out, has left', async () => {
    assert.match((await port().send(message('+12025550152'))).providerId, /^SM/)
  })

  it('keeps to the bounds of the validity period', async () => {
    for (const [seconds, told] of [[0, '1'], [600, '600'], [90_000, '36000']] as const) {
      await port().send(message('+12025550143', { usefulForSeconds: seconds }))
      assert.equal((await vendor.taken())[0]?.validity, told)
    }
  })
})

describe('a text message that did not leave', () => {
  it('says whether trying again can help, with the vendor’s code and neither number nor text', async () => {
    const expected = [
      ['+12025550101', 'not-a-mobile', 21211, false],
      ['+12025550102', 'stopped', 21610, false],
      ['+12025550103', 'not-a-mobile', 21614, false],
      ['+12025550104', 'busy', 20429, true],
      ['+12025550105', 'busy', 20503, true],
      ['+12025550106', 'misconfigured', 21606, true],
      ['+12025550107', 'refused', 21617, false],
      ['+12025550108', 'blocked', 21408, false],
      ['+12025550109', 'busy', 21611, true],
      ['+12025550153', 'not-understood', undefined, true],
      ['+12025550154', 'busy', 502, true],
      ['+12025550155', 'unreachable', undefined, true],
    ] as const
    for (const [to, reason, code, mayRetry] of expected) {
      const fault = await faultOf(port().send(message(to)))
      assert.deepEqual([fault.reason, fault.code, fault.mayRetry], [reason, code, mayRetry], to)
      assert.doesNotMatch(`${fault.message} ${fault.stack} ${JSON.stringify(fault)} ${String(fault.cause)}`, /20255501|123456|код|token/)
    }
  })

  it('is tried again when the vendor hangs up, is silent, is not there, or does not know the account', async () => {
    const hungUp = await faultOf(port().send(message('+12025550151')))
    const silent = await faultOf(port({ timeoutMs: 200 }).send(message('+12025550150')))
    const away = await faultOf(port({ origin: 'http://127.0.0.1:9' }).send(message('+12025550143')))
    const unknown = await faultOf(port({ authToken: 'wrong' }).send(message('+12025550143')))
    assert.deepEqual([hungUp.reason, silent.reason, away.reason, unknown.reason], ['unreachable', 'too-slow', 'unreachable', 'misconfigured'])
    assert.ok([hungUp, silent, away, unknown].every(({ mayRetry }) => mayRetry))
  })

  it('is found again at the vendor when it was taken after all: by number, words and time', async () => {
    const [to, since] = ['+12025550151', Temporal.Now.instant()]
    const lost = message(to, { text: 'Portolan: Your code is\n654321' })
    await faultOf(port().send(lost))
    const [newest] = await vendor.taken()
    assert.deepEqual(await port().findSent(lost, since), [newest?.sid])
    assert.deepEqual(await port().findSent({ ...lost, text: 'Portolan: Your code is\n654322' }, since), [])
    assert.deepEqual(await port().findSent({ ...lost, to: '+12025550144' }, since), [])
    assert.deepEqual(await port().findSent(lost, since.add({ minutes: 2 })), [])
    assert.equal((await faultOf(port({ origin: 'http://127.0.0.1:9' }).findSent(lost, since))).mayRetry, true)
  })
})

describe('where text messages may go', () => {
  it('a demonstration sends to numbers that ring nobody, and to this machine alone', async () => {
    const before = (await vendor.taken()).length
    for (const to of ['+12025550200', '+12025540143', '+442079460000', '+4915123456789', '+112025550143']) {
      const fault = await faultOf(port().send(message(to)))
      assert.deepEqual([fault.reason, fault.mayRetry], ['not-allowed', false], to)
    }
    assert.equal((await vendor.taken()).length, before)
    assert.throws(() => port({ isLoopback: false }), /this machine only/)
    assert.ok(port({ isLoopback: false, deliverBeyondLoopback: true }).isOffered)
  })

  it('production sends to any number', async () => {
    assert.match((await port({ deliverBeyondLoopback: true }).send(message('+4915123456789'))).providerId, /^SM/)
  })
})
