import assert from 'node:assert/strict'
import { test } from 'node:test'
import { forbiddenFaults } from './forbidden.ts'
import { productFiles, sourceFiles } from './source-files.ts'

test('environment, clock, SQL and raw markup each stay in their one home', () => {
  assert.deepEqual(forbiddenFaults(productFiles()), [])
})

test('no script of a page keeps anything in the browser: cookies are all there is, and they are listed', () => {
  const scripts = sourceFiles(['assets/scripts/*.ts'])
  assert.ok(scripts.length > 5)
  assert.deepEqual(forbiddenFaults(scripts).filter((fault) => fault.includes('device')), [])
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
  ['src/portal/a.ts', "reply.setCookie('mine', 'x')"],
  ['src/portal/a.ts', "reply.header('Set-Cookie', 'mine=x')"],
  ['assets/scripts/a.ts', "localStorage.setItem('mine', 'x')"],
  ['assets/scripts/a.ts', "sessionStorage.getItem('mine')"],
  ['assets/scripts/a.ts', "document.cookie = 'mine=x'"],
  ['assets/scripts/a.ts', "indexedDB.open('mine')"],
  ['assets/scripts/a.ts', "caches.open('mine')"],
  ['assets/scripts/a.ts', "navigator.serviceWorker.register('x')"],
]

for (const [path, text] of planted) {
  test(`the guard finds: ${text}`, () => {
    assert.equal(forbiddenFaults([{ path, text }]).length, 1)
  })
}

test('a store may speak SQL', () => {
  assert.deepEqual(forbiddenFaults([{ path: 'src/cases/case-store.ts', text: 'sql`select 1`' }]), [])
})
