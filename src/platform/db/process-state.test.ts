import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
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
  // The child ends when we say so, after its parent has become one that never looks for ended children.
  const script = 'exec 3<&0; cat <&3 >/dev/null & echo $!; exec sleep 600'
  const parent = spawn('sh', ['-c', script], { stdio: ['pipe', 'pipe', 'ignore'] })
  try {
    const [pid] = await once(createInterface({ input: parent.stdout }), 'line')
    const nameOf = () => readFileSync(`/proc/${parent.pid}/comm`, 'utf8').trim()
    for (let look = 0; nameOf() !== 'sleep' && look < 10_000; look++) await nextLook(1)
    parent.stdin.end()
    // On a machine under load it takes its time to end; ended it stays, because nobody reads it.
    for (let look = 0; isRunning(Number(pid)) && look < 10_000; look++) await nextLook(1)
    assert.equal(isRunning(Number(pid)), false)
    assert.equal(isTaken(Number(pid)), true)
  } finally {
    parent.kill()
    await once(parent, 'exit')
  }
})
