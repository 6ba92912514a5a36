import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import rights from '../../../messages/en/rights.json' with { type: 'json' }
import { actsOf, actsOfPersonAlone, type CaseAct, caseActs, mayOnCase } from './case-acts.ts'

const src = join(import.meta.dirname, '../..')
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file) && !/\.test\.|case-acts\.ts$/.test(file))
const text = sources.map((file) => readFileSync(join(src, file), 'utf8')).join('\n')

/** Held by the database by itself (`cases.is_own`), and so by no question in the code. */
const heldByDatabase: readonly CaseAct[] = ['stop-followers']

describe('what can be done on a case', () => {
  it('is asked by the code, each thing of the table somewhere', () => {
    for (const act of Object.keys(caseActs) as CaseAct[])
      if (!heldByDatabase.includes(act) && act !== 'read-case') assert.match(text, new RegExp(`(artyCase\\([^)]*|mayOnCase\\([^)]*)'${act}'`), act)
  })

  it('is said in words, each thing of the table and nothing besides', () => {
    const said = Object.keys(rights).filter((key) => key.startsWith('act.')).map((key) => key.slice(4))
    assert.deepEqual(said.toSorted(), Object.keys(caseActs).toSorted())
  })

  it('is the person’s or the representative’s as the table says', () => {
    for (const act of Object.keys(caseActs) as CaseAct[]) {
      assert.equal(mayOnCase('representative', act), actsOf('representative').includes(act))
      for (const role of ['applicant', 'petitioner', 'requestor'] as const) assert.equal(mayOnCase(role, act), actsOf('person').includes(act))
      assert.equal(actsOfPersonAlone.includes(act), mayOnCase('applicant', act) && !mayOnCase('representative', act))
    }
  })
})
