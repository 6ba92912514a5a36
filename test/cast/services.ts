import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AgencyPack, loadAgency } from '../../src/agency/index.ts'
import { fixedClock } from '../../src/platform/clock.ts'
import { openKeys } from '../../src/platform/crypto/keys.ts'
import { openPasswords } from '../../src/platform/crypto/passwords.ts'
import { connectCashier } from '../../src/platform/pay/index.ts'
import { structuralScanner } from '../../src/platform/scan/index.ts'
import type { Services } from '../../src/platform/services.ts'
import { createOutboxSms } from '../../src/platform/sms/index.ts'
import { createDiskStorage } from '../../src/platform/storage/index.ts'
import { quickHash } from './quick-hash.ts'
import { readOnce } from './read-once.ts'

/** The day on which every test happens, unless it moves the clock itself. */
export const testNow = '2026-11-23T15:00:00Z'

export const testKeys = () =>
  openKeys({ masterKeys: [{ id: 'test', secret: randomBytes(32) }], current: 'test', numberKey: randomBytes(32) })

/** A payment provider that is not there: tests that pay bring their own. */
const nobodysCashier = { url: 'http://127.0.0.1:9', apiKey: 'no-key-of-anyone', webhookSecret: '' }

let agency: Promise<AgencyPack> | undefined

/** Real services over temporary storage, with a clock that only the test moves. */
export async function testServices(): Promise<Services & { clock: ReturnType<typeof fixedClock> }> {
  agency ??= loadAgency('agency/us')
  const keys = testKeys()
  return {
    clock: fixedClock(testNow),
    keys,
    publicUrl: 'http://portal.test',
    officeUrl: 'http://office.test',
    mode: 'demo',
    agency: await agency,
    passwords: openPasswords(keys, undefined, quickHash),
    storage: createDiskStorage(mkdtempSync(join(tmpdir(), 'portolan-files-'))),
    scanner: structuralScanner,
    readFile: readOnce,
    pay: connectCashier(nobodysCashier),
    // Offered, and kept by nobody: tests read what was queued.
    sms: createOutboxSms(async () => undefined),
  }
}

/** Facts of a request that no test looks at. */
export const testRequest = { id: 'test-request', network: 'test-network' }

/** Requests that are handed to a server in memory name no host of their own. */
export const anyHost = () => true
