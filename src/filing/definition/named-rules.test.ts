import assert from 'node:assert/strict'
import { test } from 'node:test'
import { namedRules } from './named-rules.ts'

const breaks = namedRules['dates-in-order']

test('a day after the day it should come before breaks their order, the same day does not', () => {
  assert.equal(breaks('2020-05-02', '2020-05-01'), true)
  assert.equal(breaks('2020-05-01', '2020-05-01'), false)
  assert.equal(breaks('2020-04-30', '2020-05-01'), false)
})

test('days known in part break the order only where all they can mean is out of order', () => {
  assert.equal(breaks('2020-05', '2020'), false)
  assert.equal(breaks('2020', '2020-05-01'), false)
  assert.equal(breaks('2020-05-31', '2020-05'), false)
  assert.equal(breaks('2021', '2020-12-31'), true)
  assert.equal(breaks('2020-06-01', '2020-05'), true)
})

test('a date that is missing breaks nothing', () => {
  assert.equal(breaks(undefined, '2020'), false)
  assert.equal(breaks('2020', undefined), false)
})
