import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deviceOf } from './device.ts'

const agents: Record<string, string | null> = {
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Mobile Safari/537.36': 'Chrome/Android',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:125.0) Gecko/20100101 Firefox/125.0': 'Firefox/Windows',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1':
    'Safari/iOS',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Safari/537.36 Edg/124.0.0.0':
    'Microsoft Edge/Windows',
  'SomeThing/1.0 (Windows NT 10.0)': '/Windows',
  curl: null,
  '': null,
}

for (const [agent, device] of Object.entries(agents))
  test(`an agent string becomes ${device}`, () => assert.equal(deviceOf(agent), device))

test('what a stranger’s browser calls itself is never kept: only names of the closed lists come out', () => {
  for (const agent of ['Call +1 202 555 0100 <b>now</b>/1.0 (x)', 'maria@example.test/9', `${'A'.repeat(5000)}/1`])
    assert.equal(deviceOf(agent), null)
  assert.equal(deviceOf(undefined), null)
})

test('an agent string of a megabyte costs no more than a short one', () => {
  const begun = process.cpuUsage()
  deviceOf(`Mozilla/5.0 (${'('.repeat(1_000_000)} Version/`)
  assert.ok(process.cpuUsage(begun).user < 500_000)
})
