import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { it } from 'node:test'

const root = join(import.meta.dirname, '..', '..')
const check = (...args: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', join(root, 'src/main.ts'), 'forms', 'check', ...args], { cwd: root, encoding: 'utf8' })

it('forms check looks at one form where one is named, whatever the case of its code', () => {
  const { status, stdout } = check('AR-11')
  assert.equal(status, 0)
  assert.match(stdout, /^ar-11 2022-11-02: 13 questions on 7 pages/)
  assert.match(stdout, /^ar-11 is sound\.$/m)
  assert.doesNotMatch(stdout, /i-90/)
})

it('forms check refuses a form that the pack does not define, and names those that it does', () => {
  const { status, stderr } = check('x-99')
  assert.equal(status, 1)
  assert.match(stderr, /x-99 is not a form that this pack defines; these are: .*ar-11/)
})
