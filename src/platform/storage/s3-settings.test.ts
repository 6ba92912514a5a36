import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readS3Url } from './s3-settings.ts'

test('a bucket is read with its prefix, region and endpoint', () => {
  const read = (url: string) => {
    const answer = readS3Url(url)
    return answer.ok ? answer.place : answer.fault
  }
  assert.deepEqual(read('s3://papers/portal/files/?region=eu-central-1'), {
    bucket: 'papers',
    prefix: 'portal/files/',
    region: 'eu-central-1',
    endpoint: null,
  })
  assert.deepEqual(read('s3://papers?endpoint=http://127.0.0.1:9000'), {
    bucket: 'papers',
    prefix: '',
    region: 'us-east-1',
    endpoint: 'http://127.0.0.1:9000',
  })
})

test('what cannot be used is refused in words that repeat nothing of it', () => {
  for (const url of [
    's3://papers',
    's3://canary:canary@papers?region=eu',
    's3://Canary_?region=eu',
    's3://papers/canary%20canary?region=eu',
    's3://papers?region=eu&secret=canary',
    's3://papers?endpoint=http://canary.example',
    's3://papers?endpoint=https://canary:canary@s3.example',
    's3://papers?endpoint=canary',
    'file:///canary',
  ]) {
    const answer = readS3Url(url)
    assert.equal(answer.ok, false, url)
    assert.doesNotMatch(answer.ok ? '' : answer.fault, /canary/i, url)
  }
})
