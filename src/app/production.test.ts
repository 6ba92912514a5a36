import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { copiedPack, underOwnName } from '../../test/cast/own-pack.ts'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { systemActor } from '../platform/actor.ts'
import { systemClock } from '../platform/clock.ts'
import { demoMark, newRing, writeMasterKey } from '../platform/crypto/key-text.ts'
import { asActor } from '../platform/db/transaction.ts'
import { markSeedDone, takeSeedTurn } from '../platform/db/demo-seed-store.ts'
import { openLog } from '../platform/log.ts'
import { readConfig } from '../config.ts'
import { openDemoAccount } from './demo/open-account.ts'
import { demoPeople } from './demo/people.ts'
import { openDeployment } from './deployment.ts'
import { officeListener, portalListener } from './composition.ts'
import { isDemonstrationPack } from './production-faults.ts'
import { StartRefused } from './start-refused.ts'

const home = mkdtempSync(join(tmpdir(), 'portolan-production-'))
const operator = 'Agency of the Harbour'
const ownPack = copiedPack()
const ownKeys = writeMasterKey(newRing('prod'))
const sentence = /Demonstration of Portolan, open-source software\. Not a government website\./
let database: TestDatabase

before(async () => {
  database = await testDatabase()
})
after(async () => {
  await database.drop()
  rmSync(home, { recursive: true, force: true })
})

function configOf(environment: Record<string, string> = {}, over: TestDatabase = database) {
  const read = readConfig({
    PORTOLAN_HOME: home,
    PORTOLAN_MODE: 'production',
    PORTOLAN_LOG: 'silent',
    OPERATOR_NAME: operator,
    MASTER_KEY: ownKeys,
    SMTP_URL: 'smtp://127.0.0.1:25',
    AGENCY_PACK: ownPack,
    DATABASE_URL: over.urls.portal,
    DATABASE_OWNER_URL: over.urls.owner,
    DATABASE_OFFICE_URL: over.urls.office,
    DATABASE_WORKER_URL: over.urls.worker,
    ...environment,
  })
  assert.ok(read.ok, read.ok ? '' : read.faults.join('\n'))
  return read.config
}

const opened = (environment: Record<string, string> = {}, over?: TestDatabase) =>
  openDeployment(configOf(environment, over), systemClock, openLog('silent'))

/** The first word of each line with which production is refused. */
const refusedFor = async (environment: Record<string, string>, over?: TestDatabase) => {
  const fault = await opened(environment, over).then(
    async (deployment) => void (await deployment.close()),
    (thrown: unknown) => thrown,
  )
  assert.ok(fault instanceof StartRefused, String(fault ?? 'it started'))
  return fault.faults.map((line) => line.split(':')[0])
}

describe('production of an operator’s own pack', () => {
  it('hashes passwords with the strength that OWASP asks for', async () => {
    const deployment = await opened()
    try {
      const hashed = await deployment.services.passwords.hashPassword('Blue!Lantern7')
      assert.match('hash' in hashed ? hashed.hash : '', /\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    } finally {
      await deployment.close()
    }
  })

  it('shows on every page who operates it, of the portal and of the office, on errors as well, and no demonstration', async () => {
    const deployment = await opened()
    const assets = (name: string) => `/assets/${name}`
    const portal = await portalListener(deployment, assets)
    const office = await officeListener(deployment, assets)
    try {
      const pages = [
        ...['/', '/sign-in', '/help', '/terms', '/storage-preferences', '/nowhere', '/%zz'].map((url) => [portal, url] as const),
        ...['/sign-in', '/nowhere'].map((url) => [office, url] as const),
      ]
      for (const [server, url] of pages) {
        const host = new URL(server === portal ? deployment.config.publicUrl : deployment.config.officeUrl).host
        const { body, headers } = await server.inject({ url, headers: { host } })
        assert.match(body, new RegExp(`Operated by ${operator}`), url)
        assert.doesNotMatch(body, sentence, url)
        assert.equal(headers['x-robots-tag'], server === office ? 'noindex, nofollow' : undefined, url)
      }
    } finally {
      await portal.close()
      await office.close()
      await deployment.close()
    }
  })
})

describe('production is refused', () => {
  const packs: Record<string, () => string> = {
    'the pack of the demonstration by its path': () => 'agency/us',
    'the same by a longer way': () => './agency/../agency/us/',
    'a link to it': () => {
      const link = join(home, 'linked-pack')
      symlinkSync(join(process.cwd(), 'agency/us'), link)
      return link
    },
    'a copy that still says it is for demonstrations': () =>
      copiedPack((agency) => underOwnName(agency).replace('demonstrationOnly: false', 'demonstrationOnly: true')),
    'a copy that does not say': () => copiedPack((agency) => underOwnName(agency).replace('demonstrationOnly: false,', '')),
    'a copy that kept the name it was copied from': () =>
      copiedPack((agency) => underOwnName(agency).replace("id: 'harbour'", "id: 'us'")),
  }
  for (const [what, pack] of Object.entries(packs)) {
    it(what, async () => assert.deepEqual(await refusedFor({ AGENCY_PACK: pack() }), ['AGENCY_PACK']))
  }

  it('the folder of the demonstration, even with another name and mark written into it: a pack of one’s own is a copy', () => {
    const edited = { demonstrationOnly: false, id: 'harbour' }
    for (const pack of ['agency/us', './agency/../agency/us/']) assert.ok(isDemonstrationPack(pack, edited), pack)
    assert.equal(isDemonstrationPack(ownPack, edited), false)
  })

  it('on the keys of a demonstration, under whatever id', async () => {
    assert.deepEqual(await refusedFor({ MASTER_KEY: writeMasterKey(newRing('prod', demoMark)) }), ['MASTER_KEY'])
  })

  it('on a database that was filled with a demonstration, or half filled', async () => {
    const filled = await testDatabase()
    try {
      const inSeed = <T>(work: Parameters<typeof asActor<T>>[3]) => asActor(filled.pools.worker, systemActor('demo-seed'), {}, work)
      await inSeed((tx) => takeSeedTurn(tx, systemClock.now()))
      assert.deepEqual(await refusedFor({}, filled), ['DATABASE_URL'])
      await inSeed((tx) => markSeedDone(tx, systemClock.now()))
      assert.deepEqual(await refusedFor({}, filled), ['DATABASE_URL'])
    } finally {
      await filled.drop()
    }
  })

  it('on a database where a person of the demonstration has an account, and not for a mere attempt to sign up as one', async () => {
    const peopled = await testDatabase()
    const [maria] = demoPeople
    assert.ok(maria)
    try {
      const before = await opened({}, peopled)
      await openDemoAccount(before, maria)
      await before.close()
      assert.deepEqual(await refusedFor({}, peopled), ['DATABASE_URL'])
      await peopled.pools.owner?.updateTable('accounts.account').set({ completed_at: null }).execute()
      await (await opened({}, peopled)).close()
    } finally {
      await peopled.drop()
    }
  })

  it('for all of it at once: pack, keys and people', async () => {
    const filled = await testDatabase()
    try {
      await asActor(filled.pools.worker, systemActor('demo-seed'), {}, (tx) => takeSeedTurn(tx, systemClock.now()))
      const wrong = { AGENCY_PACK: 'agency/us', MASTER_KEY: writeMasterKey(newRing('prod', demoMark)) }
      assert.deepEqual(await refusedFor(wrong, filled), ['AGENCY_PACK', 'MASTER_KEY', 'DATABASE_URL'])
    } finally {
      await filled.drop()
    }
  })

  it('in a line for a pack and a key file that are not there', async () => {
    assert.deepEqual(await refusedFor({ AGENCY_PACK: 'agency/nowhere' }), ['AGENCY_PACK'])
    assert.deepEqual(await refusedFor({ MASTER_KEY: '', MASTER_KEY_FILE: join(home, 'no-keys') }), ['MASTER_KEY_FILE'])
  })
})
