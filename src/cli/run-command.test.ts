import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import { runCommand } from './run-command.ts'

async function quietly(...args: string[]) {
  const said: string[] = []
  const keep = (text: unknown) => {
    said.push(String(text))
    return true
  }
  const mocks = [mock.method(console, 'error', keep), mock.method(process.stdout, 'write', keep), mock.method(process.stderr, 'write', keep)]
  try {
    return { code: await runCommand(args), said: said.join('') }
  } finally {
    for (const each of mocks) each.mock.restore()
  }
}

test('a command that is not there yet says so and is refused, whatever follows it', async () => {
  const { code, said } = await quietly('backup', '/somewhere', '--json')
  assert.equal(code, 1)
  assert.match(said, /portolan backup: this version does not have it yet/)
})

test('wrong usage has the exit code 2, help 0', async () => {
  assert.equal((await quietly('no-such-command')).code, 2)
  assert.equal((await quietly('staff', 'add')).code, 2)
  for (const words of [[], ['482109375523', '--all'], ['12'], ['IOE0123456789']])
    assert.equal((await quietly('sessions', 'end', ...words)).code, 2, words.join(' '))
  for (const words of [[], ['12'], ['IOE0123456789', '--lift']])
    assert.equal((await quietly('legal-hold', ...words)).code, 2, words.join(' '))
  for (const words of [['--day', 'yesterday'], ['--day', '2026-02-30'], ['--json', '--csv']])
    assert.equal((await quietly('payments', 'report', ...words)).code, 2, words.join(' '))
  assert.equal((await quietly('--help')).code, 0)
})
