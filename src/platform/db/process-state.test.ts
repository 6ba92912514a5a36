import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { test } from 'node:test'
import { setTimeout as nextLook } from 'node:timers/promises'
import { identityOf, isRunning, isSameProcessRunning, isTaken } from './process-state.ts'

test('this process runs, and is itself', () => {
  assert.equal(isRunning(process.pid), true)
  assert.equal(isSameProcessRunning(identityOf()), true)
})

test('another process that was given the same number is not the one that had it', {
  skip: process.platform !== 'linux',
}, () => {
  assert.equal(isSameProcessRunning(`${process.pid}-1`), false)
})

test('a process that ended but was not read by its parent does not run', {
  skip: process.platform !== 'linux',
}, async () => {
  const parent = spawn('sh', ['-c', 'true & echo $!; exec sleep 600'], { stdio: ['ignore', 'pipe', 'ignore'] })
  try {
    const [pid] = await once(createInterface({ input: parent.stdout }), 'line')
    // On a machine under load it takes its time to end; ended it stays, because nobody reads it.
    for (let look = 0; isRunning(Number(pid)) && look < 10_000; look++) await nextLook(1)
    assert.equal(isRunning(Number(pid)), false)
    assert.equal(isTaken(Number(pid)), true)
  } finally {
    parent.kill()
    await once(parent, 'exit')
  }
})
