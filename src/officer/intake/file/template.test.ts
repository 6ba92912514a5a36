import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvHead, told } from '../../../../test/cast/read-filings.ts'
import { template } from './template.ts'

test('the template has every column and one filing that is taken as it stands', async () => {
  assert.ok(template().startsWith(csvHead))
  assert.deepEqual(await told(template()), ['2 taken'])
})
