import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { exitCodeOf, install, root, startPinned } from './install.mjs'

/** Each step says its name, so that a failing check names what failed. */
const tool = (name, ...args) => {
  console.log(`— ${name}`)
  const bin = join(root, 'node_modules', '.bin', args[0])
  return spawnSync(bin, args.slice(1), { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' }).status === 0
}

install()
const results = [
  tool('types', 'tsc', '--noEmit'),
  tool('lint', 'biome', 'lint', '--error-on-warnings'),
  tool('unused code', 'knip', '--no-progress'),
]
console.log('— guards')
const guards = ['--test', '--test-isolation=none', '--test-reporter=dot', ...['imports', 'forbidden', 'sizes', 'promises'].map((name) => join('test', 'guards', `${name}.test.ts`))]
results.push((await exitCodeOf(startPinned(guards))) === 0)
console.log('\n— forms')
results.push((await exitCodeOf(startPinned([join('src', 'main.ts'), 'forms', 'check']))) === 0)
console.log('\n— sizes')
results.push((await exitCodeOf(startPinned([join('test', 'guards', 'print-sizes.ts')]))) === 0)
const failed = results.filter((ok) => !ok).length
console.log(failed === 0 ? 'All checks pass.' : `${failed} of ${results.length} checks failed.`)
process.exitCode = failed === 0 ? 0 : 1
