import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Condition } from './condition.ts'
import { groundsOf } from './grounds.ts'

const answers = { reason: 'lost', category: 'c-8', basis: 'five-years' }
const grounds = (condition: Condition, open?: ReadonlySet<string>) =>
  groundsOf(condition, { answers, today: '2026-11-26', ...(open ? { open } : {}) })

const isLost: Condition = { answer: 'reason', is: 'lost' }
const isAsylum: Condition = { answer: 'category', in: ['c-8'] }
const isMilitary: Condition = { answer: 'basis', is: 'military' }

test('what holds together rests on each of its parts', () => {
  assert.deepEqual(grounds({ all: [isLost, isAsylum] }), ['reason', 'category'])
})

test('one part that fails is ground enough for the whole to fail', () => {
  assert.deepEqual(grounds({ all: [isLost, isMilitary, { answer: 'category', is: 'a-5' }] }), ['basis'])
})

test('one part that holds is ground enough for any of them, and none of them fails on all', () => {
  assert.deepEqual(grounds({ any: [isMilitary, isAsylum, isLost] }), ['category'])
  assert.deepEqual(grounds({ any: [isMilitary, { answer: 'category', is: 'a-5' }] }), ['basis', 'category'])
})

test('the opposite rests on the same answers, and each is named once', () => {
  assert.deepEqual(grounds({ not: { any: [isMilitary, { answer: 'basis', is: 'war' }] } }), ['basis'])
})

test('what cannot be told rests on nothing yet', () => {
  assert.deepEqual(grounds(isLost, new Set(['reason'])), [])
})
