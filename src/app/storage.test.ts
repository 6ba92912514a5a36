import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import { s3Server } from '../../test/cast/s3-server.ts'
import { readConfig } from '../config.ts'
import { newId } from '../platform/ids.ts'
import { storageOf } from './storage.ts'

test('files go to the bucket that the settings name, under its prefix, with its keys', async (t) => {
  const server = await s3Server()
  t.after(server.end)
  const { endpoint, credentials } = server.settings()
  const read = readConfig({
    STORAGE_URL: `s3://papers/portal/files?endpoint=${endpoint}`,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  })
  assert.ok(read.ok)
  const key = newId()
  await (await storageOf(read.config)).put(key, Readable.from([Buffer.from('x')]))
  assert.deepEqual(server.objectPaths().map((path) => path.includes(`papers/portal/files/${key}`)), [true])
})
