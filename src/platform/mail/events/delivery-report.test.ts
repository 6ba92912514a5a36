import assert from 'node:assert/strict'
import { it } from 'node:test'
import { readDeliveryReport } from './delivery-report.ts'
import { reportOf } from '../../../../test/cast/delivery-reports.ts'

const mail = '01930000-0000-7000-8000-000000000001'

it('a report that a mail came back for good, or arrived, is read with its code and the id of the mail', () => {
  assert.deepEqual(readDeliveryReport(reportOf({ mail })), { mail, outcome: 'bounced', code: '5.1.1' })
  assert.deepEqual(readDeliveryReport(reportOf({ mail, action: 'delivered', status: '2.0.0' })), { mail, outcome: 'delivered', code: '2.0.0' })
})

it('the id is that of the envelope, else of the mail that came back, and of no other place', () => {
  assert.equal(readDeliveryReport(reportOf({ mail, envelopeId: null }))?.mail, mail)
  assert.equal(readDeliveryReport(reportOf({ mail, messageId: '<somebody@else.example>' }))?.mail, mail)
  assert.equal(readDeliveryReport(reportOf({ mail, envelopeId: null, messageId: `<x-${mail}@portolan.example>` })), null)
  assert.equal(readDeliveryReport(`Subject: ${mail}\r\n\r\n${mail} 5.1.1 failed`), null)
})

it('lines that are continued, other line ends and other letters of names are read alike', () => {
  const folded = reportOf({ mail }).replace('Status: 5.1.1', 'STATUS:\r\n 5.1.1 (no such mailbox)')
  assert.equal(readDeliveryReport(folded)?.code, '5.1.1')
  assert.equal(readDeliveryReport(reportOf({ mail }).replaceAll('\r\n', '\n'))?.code, '5.1.1')
})

it('a delay, a failure that may pass, and what is no report say nothing', () => {
  for (const given of [{ action: 'delayed', status: '4.4.7' }, { action: 'failed', status: '4.2.2' }, { action: 'relayed', status: '2.0.0' }, { action: 'failed', status: 'no' }]) {
    assert.equal(readDeliveryReport(reportOf({ mail, ...given })), null)
  }
  for (const text of ['', 'hello', `Content-Type: multipart/report; boundary="${'x'.repeat(90)}"\r\n\r\n`, 'Content-Type: multipart/report; boundary=a\r\n\r\n--a\r\n--a\r\n--a--']) {
    assert.equal(readDeliveryReport(text), null)
  }
  assert.equal(readDeliveryReport(`Content-Type: multipart/report; boundary=a\r\n\r\n${'--a\r\n'.repeat(100_000)}`), null)
})
