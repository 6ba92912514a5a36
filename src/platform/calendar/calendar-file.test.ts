import assert from 'node:assert/strict'
import { it } from 'node:test'
import { type CalendarEntry, calendarFile } from './calendar-file.ts'

const entry: CalendarEntry = {
  uid: '0193@portal.test',
  startsAt: Temporal.Instant.from('2027-01-27T04:59:00.5Z'),
  endsAt: null,
  title: 'Deadline on a case ending 4821',
  about: 'First, this; then\\that\r\nand the next line\u0007',
  url: 'https://portal.test/account',
  alarms: [Temporal.Duration.from({ days: 7 }), Temporal.Duration.from({ hours: 2 })],
}
const textOfFile = (entries: readonly CalendarEntry[]) =>
  calendarFile({ name: 'Dates', entries, stampedAt: Temporal.Instant.from('2026-11-27T12:00:00Z') }).toString()

it('a calendar is what RFC 5545 asks for: line ends, instants in UTC, texts escaped, an alarm for each reminder', () => {
  const text = textOfFile([entry])
  assert.ok(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:') && text.endsWith('END:VEVENT\r\nEND:VCALENDAR\r\n'))
  assert.ok(!/[^\r]\n/.test(text))
  assert.match(text, /UID:0193@portal\.test\r\nDTSTAMP:20261127T120000Z\r\nDTSTART:20270127T0459\d\dZ\r\nSUMMARY:/)
  assert.ok(text.includes('DESCRIPTION:First\\, this\\; then\\\\that\\nand the next line \r\n'))
  assert.deepEqual(text.match(/TRIGGER:.*/g)?.map((line) => line.trim()), ['TRIGGER:-P7D', 'TRIGGER:-PT2H'])
  assert.equal(text.match(/BEGIN:VALARM/g)?.length, 2)
})

it('a long line is folded at 75 octets, never within a character, and unfolds to itself', () => {
  const title = `Termin für einen Fall, der auf 4821 endet – ${'日本語のとても長い題名です'.repeat(6)}`
  const text = textOfFile([{ ...entry, title }])
  for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
  assert.ok(text.replaceAll('\r\n ', '').includes(`SUMMARY:${title.replaceAll(',', '\\,')}`))
  assert.ok(!text.includes('\ufffd'))
})

it('a text cannot add a line of its own', () => {
  const text = textOfFile([{ ...entry, title: 'x\r\nATTENDEE:mailto:a@b.example' }])
  assert.ok(!/^ATTENDEE/m.test(text.replaceAll('\r\n ', '')))
})
