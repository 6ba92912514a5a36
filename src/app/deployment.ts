import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AgencyPack } from '../agency/index.ts'
import { loadAgency } from '../agency/index.ts'
import { recordEntry } from '../audit/index.ts'
import { type Config, isLoopback } from '../config.ts'
import type { Clock } from '../platform/clock.ts'
import { loadOrCreateDemoKeys } from '../platform/crypto/demo-keys.ts'
import { type Keys, openKeys } from '../platform/crypto/keys.ts'
import { parseMasterKey } from '../platform/crypto/key-text.ts'
import { openPasswords } from '../platform/crypto/passwords.ts'
import { type Database, openDatabase } from '../platform/db/database.ts'
import { migrate } from '../platform/db/migrate.ts'
import { openPools, type Pools } from '../platform/db/pools.ts'
import { settleFolder } from '../platform/folder.ts'
import { type Log, openLog } from '../platform/log.ts'
import { createSmtpMail, type MailPort } from '../platform/mail/index.ts'
import type { PerformerParts } from '../platform/operation.ts'
import { structuralScanner } from '../platform/scan/index.ts'
import type { Services } from '../platform/services.ts'
import { createDiskStorage } from '../platform/storage/index.ts'
import { payFor } from './pay.ts'
import { smsPort } from './sms.ts'

/** Everything a process of Portolan stands on, opened once: database, keys, agency pack, outside parts. */
export interface Deployment {
  config: Config
  log: Log
  database: Database
  pools: Pools
  services: Services
  agency: AgencyPack
  /** Null: the demonstration's outbox takes the mail. */
  smtp: MailPort | null
  partsFor(role: 'portal' | 'office' | 'worker'): PerformerParts
  close(): Promise<void>
}

/** The demonstration's sentence stands wherever the pack or the mode says so. */
export const isDemonstration = (config: Config, agency: AgencyPack) => config.mode === 'demo' || agency.demonstrationOnly

function keysOf(config: Config): Keys {
  if (!config.masterKey) return loadOrCreateDemoKeys(config.home)
  const text = 'text' in config.masterKey ? config.masterKey.text : readFileSync(config.masterKey.file, 'utf8')
  const parsed = parseMasterKey(text)
  if (!parsed.ok) throw new Error(`MASTER_KEY: ${parsed.faults.join(', ')}`)
  const keys = openKeys(parsed.ring)
  if (config.mode === 'production' && keys.isDemo) throw new Error('MASTER_KEY: these are the keys of a demonstration')
  return keys
}

function smtpOf(config: Config, agency: AgencyPack): MailPort | null {
  if (!config.smtpUrl) return null
  const host = new URL(config.smtpUrl).hostname
  if (isDemonstration(config, agency) && !isLoopback(host))
    throw new Error('SMTP_URL: a demonstration sends mail to this machine only')
  return createSmtpMail({ url: config.smtpUrl, deliverBeyondLoopback: !isDemonstration(config, agency) })
}

/** A database whose schema is the one this version was written for. */
async function openMigrated(config: Config): Promise<Database> {
  const database = await openDatabase({ home: config.home, revives: true, ...config.database })
  try {
    await migrate(database.urls.owner)
    return database
  } catch (fault) {
    await database.close()
    throw fault
  }
}

/** Opens a deployment from its settings. Throws one clear line for each part that cannot be opened. */
export async function openDeployment(config: Config, clock: Clock, log: Log = openLog(config.log)): Promise<Deployment> {
  settleFolder('PORTOLAN_HOME', config.home)
  const agency = await loadAgency(config.agencyPack)
  if (config.mode === 'production' && agency.demonstrationOnly)
    throw new Error('AGENCY_PACK: this pack is for demonstrations; copy it under your own name')
  const keys = keysOf(config)
  const smtp = smtpOf(config, agency)
  const database = await openMigrated(config)
  const pools = openPools(database.urls, {}, (fault) => log.fault({ event: 'database-connection-lost' }, fault))
  const services: Services = {
    clock,
    keys,
    publicUrl: config.publicUrl,
    officeUrl: config.officeUrl,
    mode: config.mode,
    agency,
    passwords: openPasswords(keys),
    storage: createDiskStorage(storageFolder(config)),
    pay: payFor(config, keys),
    sms: smsPort({ config, agency, pools, clock }),
    scanner: structuralScanner,
  }
  return {
    config,
    log,
    database,
    pools,
    services,
    agency,
    smtp,
    partsFor: (role) => ({ pool: pools[role], services, record: recordEntry }),
    close: async () => {
      await pools.close()
      await database.close()
    },
  }
}

const storageFolder = (config: Config) =>
  config.storageUrl ? decodeURIComponent(new URL(config.storageUrl).pathname) : join(config.home, 'files')
