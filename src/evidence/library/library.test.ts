import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { EvidenceFile } from '../evidence-file.ts'
import { type FileUse, kindsIn, libraryOf, narrowed } from './library.ts'

const file = (id: string, sha256: string, more: Partial<EvidenceFile> = {}): FileUse => ({
  submission: null,
  file: {
    ...{ id, sha256, draft: `draft of ${id}`, document: 'card-copy', translates: null, name: id, type: 'pdf', sizeBytes: 1, state: 'clean' },
    ...{ refusal: null, unscannedSince: null, pages: 1, previews: 0, isShown: true, description: null, descriptionMark: '' },
    uploadedAt: Temporal.Instant.from('2026-11-24T12:00:00Z'),
    ...more,
  },
})
const today = Temporal.PlainDate.from('2026-11-24')
const ids = (uses: readonly FileUse[]) => libraryOf(uses).map((document) => document.file.id)

describe('a library', () => {
  it('has the same bytes once, as the last copy that is clean and says what it is', () => {
    assert.deepEqual(ids([file('c', 'x'), file('b', 'y'), file('a', 'x')]), ['c', 'b'])
    assert.deepEqual(ids([file('c', 'x', { state: 'received' }), file('a', 'x')]), ['a'])
    assert.deepEqual(ids([file('c', 'x'), file('b', 'x', { description: { kind: 'visa' } }), file('a', 'x', { description: { kind: 'passport' } })]), ['b'])
    assert.deepEqual(ids([file('c', 'x', { state: 'received', description: { kind: 'visa' } }), file('a', 'x')]), ['a'])
  })

  it('is narrowed by what a document is said to be, and by whether its last day has passed or soon will', () => {
    const documents = libraryOf([
      file('old', '1', { description: { kind: 'passport', validUntil: '2026-11-23' } }),
      file('soon', '2', { description: { kind: 'visa', validUntil: '2026-12-01' } }),
      file('good', '3', { description: { kind: 'passport', validUntil: '2031-01-01' } }),
      file('unsaid', '4'),
    ])
    const found = (kind: string, days: '' | 'passed' | 'valid') => narrowed(documents, { kind, days }, { today, soonDays: 30 }).map((each) => each.file.id)
    assert.deepEqual(found('', ''), ['old', 'soon', 'good', 'unsaid'])
    assert.deepEqual(found('passport', ''), ['old', 'good'])
    assert.deepEqual(found('none', ''), ['unsaid'])
    assert.deepEqual(found('', 'passed'), ['old', 'soon'])
    assert.deepEqual(found('passport', 'valid'), ['good'])
    assert.deepEqual(found('', 'valid'), ['good', 'unsaid'])
    assert.deepEqual(kindsIn(documents), ['passport', 'visa', 'none'])
  })
})
