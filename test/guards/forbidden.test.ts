import assert from 'node:assert/strict'
import { test } from 'node:test'
import { forbiddenFaults } from './forbidden.ts'
import { productFiles } from './source-files.ts'

test('environment, clock, SQL and raw markup each stay in their one home', () => {
  assert.deepEqual(forbiddenFaults(productFiles()), [])
})

const planted: [string, string][] = [
  ['src/cases/a.ts', 'const home = process.env.HOME'],
  ['src/cases/a.ts', 'const now = Date.now()'],
  ['src/cases/a.ts', 'const now = Temporal.Now.instant()'],
  ['src/cases/a.ts', 'await sql`select 1`.execute(tx)'],
  ['src/cases/a.ts', "tx.selectFrom('cases.case')"],
  ['src/portal/a.tsx', '<p dangerouslySetInnerHTML={{ __html: x }} />'],
  ['src/portal/a.tsx', '<p style={{ color }} />'],
  ['src/portal/a.tsx', '// TODO'],
]

for (const [path, text] of planted) {
  test(`the guard finds: ${text}`, () => {
    assert.equal(forbiddenFaults([{ path, text }]).length, 1)
  })
}

test('a store may speak SQL', () => {
  assert.deepEqual(forbiddenFaults([{ path: 'src/cases/case-store.ts', text: 'sql`select 1`' }]), [])
})
