import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gradedTexts, readingGrade } from '../../src/filing/definition/reading-grade.ts'
import { catalogues } from '../../messages/index.ts'

/** The pages around the product, whose texts people read as texts. */
const rooms = ['help', 'times', 'privacy', 'accessibility', 'storage', 'leaving'] as const

const gradeMost = 8
/** A single text with names such as “accessibility” in it may be a little harder. */
const textGradeMost = 10

const textsOf = (room: string) => catalogues.en?.[room] ?? assert.fail(room)

test('the help pages are read in grade 8 or below, each as a whole, and no text of theirs is much harder', () => {
  for (const room of rooms) {
    const texts = textsOf(room)
    const whole = readingGrade(Object.values(texts).filter((text) => text.includes(' ')).map((text) => text.replace(/[^.?!:]$/, '$&.')).join(' '))
    assert.ok(whole !== undefined && whole <= gradeMost, `${room}: ${whole}`)
    const hard = gradedTexts(texts).filter(({ grade }) => grade > textGradeMost)
    assert.deepEqual(hard.map(({ key, grade }) => `${room}.${key}: ${grade.toFixed(1)}`), [])
  }
})
