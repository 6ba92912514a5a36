import assert from 'node:assert/strict'
import { it } from 'node:test'
import { complaintIn } from './complaint.ts'

const pack = '/home/writer/agency/us'

it('of a file that cannot be parsed only the place and the sentence are left', () => {
  const printed = `node:internal/modules/run_main:107
    triggerUncaughtException(
    ^

Error: Transform failed with 1 error:
${pack}/forms/x-10/2026-01-15/form.ts:33:13: ERROR: Expected identifier but found "="
    at failureErrorWithLog (/home/writer/node_modules/esbuild/lib/main.js:1467:15) {
  name: 'TransformError'
}

Node.js v26.10.0
`
  assert.equal(complaintIn(printed, pack), 'forms/x-10/2026-01-15/form.ts:33:13: ERROR: Expected identifier but found "="')
})

it('a fault thrown while a form is drawn names the first file of the pack on its way, where nothing else does', () => {
  const printed = `TypeError: option is not a function
    at draw (/home/writer/src/filing/pages/all-pages.tsx:20:3)
    at file://${pack}/forms/x-10/2026-01-15/form.ts:12:5
    at file://${pack}/forms/x-10/2026-01-15/form.ts:40:5`
  assert.equal(complaintIn(printed, pack), 'TypeError: option is not a function\n    at forms/x-10/2026-01-15/form.ts:12:5')
})

it('what somebody’s machine is called stays out of it, and it is never endless', () => {
  assert.doesNotMatch(complaintIn(`Error: no file ${pack}/fees.ts`, pack), /writer/)
  assert.ok(complaintIn('x'.repeat(100_000), pack).length <= 4_000)
})
