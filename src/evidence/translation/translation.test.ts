import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { inReadingOrder, needsTranslation, type Translatable, translationFinding, withoutRefused } from './translation.ts'

/** Another agency's rule: two languages of its own, and one thing to certify. */
const rules = { into: ['en', 'fr'], certifies: ['sworn'] }

const original = (id: string, description: Translatable['description'] = { language: 'es' }): Translatable => ({ id, document: 'card-copy', state: 'clean', description })
const translation = (id: string, translates: string, description: Translatable['description'] = null, state = 'clean'): Translatable => ({
  ...{ id, translates, description, state },
  document: 'card-copy',
})
const found = (files: readonly Translatable[], of: typeof rules | null = rules) => {
  const finding = translationFinding(of ?? undefined, files, files[0] as Translatable)
  return finding?.is === 'uncertified' ? finding.lacks : (finding?.is ?? null)
}
const whole = { translator: 'Consuelo Quispe', certified: 'sworn' }

describe('whether a translation is needed', () => {
  it('is the agency’s to say, by the language that was said; where nothing is said nothing is asked', () => {
    assert.deepEqual(['es', 'fr', 'en', 'other'].map((language) => needsTranslation(rules, { language })), [true, false, false, true])
    assert.equal(needsTranslation(rules, null), false)
    assert.equal(needsTranslation(undefined, { language: 'es' }), false)
    assert.equal(found([original('1')], null), null)
  })
})

describe('what is told of a translation', () => {
  it('that it is missing, until a file of it is there that was not refused', () => {
    assert.equal(found([original('1')]), 'missing')
    assert.equal(found([original('1'), translation('2', '1', whole, 'refused')]), 'missing')
    assert.equal(found([original('1'), translation('2', '1', whole)]), null)
    assert.equal(found([original('1', { language: 'fr' })]), null)
  })

  it('what is not said of it, whichever of its files says it', () => {
    assert.deepEqual(found([original('1'), translation('2', '1')]), { translator: true, certified: ['sworn'] })
    assert.deepEqual(found([original('1'), translation('2', '1', { translator: 'A B' })]), { translator: false, certified: ['sworn'] })
    assert.equal(found([original('1'), translation('2', '1', { translator: 'A B' }), translation('3', '1', { certified: 'sworn' })]), null)
    assert.deepEqual(found([original('1', null), translation('2', '1')]), { translator: true, certified: ['sworn'] }, 'also where no language is said')
  })

  it('in the same file it is asked of that; with another it counts while that one of the same document has it', () => {
    assert.deepEqual(found([original('1', { language: 'es', translated: 'in-this-file' })]), { translator: true, certified: ['sworn'] })
    assert.equal(found([original('1', { language: 'es', translated: 'in-this-file', ...whole })]), null)
    const elsewhere = original('1', { language: 'es', translated: 'with-another-file' })
    assert.equal(found([elsewhere, original('4')]), 'missing')
    assert.equal(found([elsewhere, original('4'), translation('5', '4')]), null)
    assert.equal(found([elsewhere, { ...original('4', { language: 'es', translated: 'in-this-file' }), document: 'damaged-card' }]), 'missing')
  })
})

it('each document is read with its translation behind it, and goes along with it or not at all', () => {
  const files = [original('1'), original('2'), translation('3', '1'), translation('4', '2')].map((file) => ({ ...file, state: file.id === '2' ? 'refused' : 'clean' }))
  const ids = (of: readonly { id: string }[]) => of.map(({ id }) => id).join('')
  assert.equal(ids(inReadingOrder(files)), '1324')
  assert.equal(ids(withoutRefused(files)), '13')
})
