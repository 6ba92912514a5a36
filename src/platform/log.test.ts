import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type LogLine, openLog } from './log.ts'

const linesOf = (write: (log: ReturnType<typeof openLog>) => void): string[] => {
  const lines: string[] = []
  write(openLog('info', { write: (line: string) => void lines.push(line) }))
  return lines
}

test('a line holds what is on the list and nothing else', () => {
  const line = { event: 'request', route: '/drafts/:draft', status: 200, email: 'maria@example.test', url: '/drafts/7' }
  const [written = ''] = linesOf((log) => log.line(line as LogLine))
  assert.deepEqual(Object.keys(JSON.parse(written)).sort(), ['event', 'level', 'route', 'status', 'time'])
})

test('a fault of a driver or parser is told by kind, code and place, never by its message: that carries the value', () => {
  const ofDriver = Object.assign(new Error('Key (email)=(maria@example.test) already exists'), { code: '23505' })
  const ofParser = new SyntaxError('Unexpected token in "maria@example.test"')
  const written = linesOf((log) => {
    for (const fault of [ofDriver, ofParser]) log.fault({ event: 'fault' }, fault)
  }).join('')
  assert.doesNotMatch(written, /maria/)
  assert.match(written, /23505/)
})

test('a line break in a value begins no line of its own', () => {
  const lines = linesOf((log) => log.line({ event: 'note', reason: 'a\n{"event":"forged"}\r\n' }))
  assert.equal(lines.join('').trimEnd().split('\n').length, 1)
})
