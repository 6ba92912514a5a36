import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changedTheName, sampleDay, sampleForm } from '../journey/sample-form.ts'
import { replay } from '../journey/replay.ts'
import { nameFits, nameFitsWritten } from '../../profile/index.ts'
import { fullNameOf, nameInForm } from './name-fits.ts'

const maria = { given: 'María José', middle: 'Luz', family: 'Núñez-Example' }

test('the name in the form fits however its accents, capitals, hyphens and spaces are typed', () => {
  for (const typed of [
    'María José Luz Núñez-Example',
    'maria jose luz nunez example',
    ' MARIA  JOSE LUZ NUNEZ-EXAMPLE ',
  ]) {
    assert.equal(nameFits(typed, maria), true, typed)
  }
})

test('the middle name may be an initial or left out, and the family name may stand first', () => {
  for (const typed of ['Maria Jose L. Nunez-Example', 'Maria Jose Nunez Example', 'Nunez-Example, Maria Jose Luz']) {
    assert.equal(nameFits(typed, maria), true, typed)
  }
})

test('another name, half a name, initials and nothing do not fit', () => {
  for (const typed of [
    'Sam Example',
    'Maria',
    'Nunez-Example',
    'M J L Nunez-Example',
    'Maria Jose Luz Nunez-Example Jr',
    '',
    '--',
  ]) {
    assert.equal(nameFits(typed, maria), false, typed)
  }
})

test('a person with one name signs with it, in any script', () => {
  assert.equal(nameFits('李明', { given: '', middle: '', family: '李明' }), true)
  assert.equal(nameFits('李', { given: '', middle: '', family: '李明' }), false)
})

test('a name that is known as it was written out fits in any order, with its middle whole, short or left out; another does not', () => {
  for (const typed of ['María Ana Núñez', 'nunez maria ana', 'Maria A. Nunez', 'Maria Nuñez', 'Ana Maria Nunez']) assert.equal(nameFitsWritten(typed, 'Maria Ana Núñez'), true, typed)
  for (const typed of ['Maria', 'Nunez', 'Maria Ana', 'M Nunez', 'Sam Nunez', '', '../../etc/passwd']) assert.equal(nameFitsWritten(typed, 'Maria Ana Núñez'), false, typed)
  assert.equal(nameFitsWritten('李明', '李明'), true)
  assert.equal(nameFitsWritten('', ''), false)
})

test('a form without a name is signed by nobody', () => {
  assert.equal(nameFits('', { given: '', middle: '', family: '' }), false)
})

test('the name is read off the questions of the form that are the person’s own', () => {
  const name = nameInForm(replay(sampleForm, changedTheName, sampleDay))
  assert.deepEqual(name, { given: '', middle: '', family: 'Example' })
  assert.equal(fullNameOf({ ...name, given: 'Maria' }), 'Maria Example')
})

test('who signs in a person’s place signs with their own name, wherever the form asks for it', () => {
  const signer = [
    { id: 'signerGivenName', kind: 'name', part: 'given', signs: true, item: '9' },
    { id: 'signerFamilyName', kind: 'name', part: 'family', signs: true, item: '9' },
  ] as const
  const own = { id: 'familyName', kind: 'name', part: 'family', own: true, item: '1' } as const
  const definition = { ...sampleForm, parts: [{ id: 'one', pages: [{ id: 'one', questions: [own, ...signer] }] }] }
  const child = { familyName: 'Example' }
  assert.equal(fullNameOf(nameInForm({ definition, submitted: child })), 'Example')
  const byParent = { ...child, signerGivenName: 'Ana', signerFamilyName: 'Parent' }
  assert.equal(fullNameOf(nameInForm({ definition, submitted: byParent })), 'Ana Parent')
})
