import assert from 'node:assert/strict'
import { it } from 'node:test'
import { verifyWebhook } from './verify-webhook.ts'

// The published example of Standard Webhooks, so that we do not only agree with ourselves.
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const headers = {
  'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  'webhook-timestamp': '1614265330',
  'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
}
const body = '{"test": 2432232314}'
const now = Temporal.Instant.fromEpochMilliseconds(1_614_265_330_000)

it('the published example is believed, also among signatures of other keys', () => {
  assert.equal(verifyWebhook(secret, headers, body, now), headers['webhook-id'])
  const several = { ...headers, 'webhook-signature': `v1a,zzzz v1,AAAA ${headers['webhook-signature']}` }
  assert.equal(verifyWebhook(secret, several, body, now), headers['webhook-id'])
})

it('an empty secret signs nothing', () => {
  assert.equal(verifyWebhook('', headers, body, now), null)
})

it('a header sent twice or a time that is no number is refused', () => {
  assert.equal(verifyWebhook(secret, { ...headers, 'webhook-id': ['a', 'b'] }, body, now), null)
  for (const time of ['', 'now', '1e9', '-1', '9999999999999']) {
    assert.equal(verifyWebhook(secret, { ...headers, 'webhook-timestamp': time }, body, now), null)
  }
})
