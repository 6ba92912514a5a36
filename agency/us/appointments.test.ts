import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agency } from './agency.ts'
import english from './texts/en/appointments.json' with { type: 'json' }
import names from './texts/en/agency.json' with { type: 'json' }

const { appointments, offices } = agency
const statuses: readonly string[] = agency.statuses.map(({ code }) => code)
const said = (key: string) => assert.ok(Object.hasOwn(english, key), `no words for ${key}`)

test('every kind of appointment has its words, the things to bring theirs, and statuses that there are', () => {
  for (const kind of appointments.kinds) {
    for (const key of [`kind.${kind.id}`, `kind.${kind.id}.about`, ...kind.bring.map((thing) => `bring.${thing}`)]) said(key)
    for (const part of ['booked', 'moved', 'attended'] as const) if (part in kind) assert.ok(statuses.includes((kind as Record<string, unknown>)[part] as string), `${kind.id} ${part}`)
  }
  for (const code of appointments.reasons) said(`reason.${code}`)
  for (const code of appointments.closings) said(`closing.${code}`)
  for (const code of [...appointments.cancellations, 'case-withdrawal', 'case-decision', 'case-closing']) said(`cancelled.${code}`)
})

test('every office that sees people has an address, a zone with a name, kinds that there are and hours that a day has; every kind has an office', () => {
  const kinds: readonly string[] = appointments.kinds.map(({ id }) => id)
  const held = new Set<string>()
  for (const office of offices) {
    if (!('visits' in office)) continue
    assert.ok(office.address.length > 0 && Object.hasOwn(names, `zone.${office.timeZone}`), office.id)
    for (const kind of Object.keys(office.visits.kinds)) {
      assert.ok(kinds.includes(kind), `${office.id}: ${kind}`)
      held.add(kind)
    }
    for (const { from, until } of office.visits.hours) assert.ok(Temporal.PlainTime.compare(from, until) < 0, office.id)
  }
  assert.deepEqual([...held].toSorted(), [...kinds].toSorted())
})

test('holidays are days on which an office would be open, in order', () => {
  for (const day of appointments.holidays) assert.ok(Temporal.PlainDate.from(day).dayOfWeek <= 5, day)
  assert.deepEqual([...appointments.holidays], [...appointments.holidays].toSorted())
})
