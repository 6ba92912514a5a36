import type { AgencyPack } from '../agency/index.ts'
import { loadAgency } from '../agency/index.ts'
import { isAnyAccountFinished } from '../accounts/index.ts'
import { recordEntry } from '../audit/index.ts'
import type { Config } from '../config.ts'
import { systemActor } from '../platform/actor.ts'
import type { Clock } from '../platform/clock.ts'
import { type HashStrength, openPasswords, owaspStrength } from '../platform/crypto/passwords.ts'
import { type Database, openDatabase } from '../platform/db/database.ts'
import { migrate } from '../platform/db/migrate.ts'
import { openPools, type Pools } from '../platform/db/pools.ts'
import { settleFolder } from '../platform/folder.ts'
import { type Log, openLog } from '../platform/log.ts'
import { createSmtpMail, type SmtpMail } from '../platform/mail/index.ts'
import { performerFor, type PerformerParts } from '../platform/operation.ts'
import type { Services } from '../platform/services.ts'
import { claimWhatIsCarried } from '../portal/index.ts'
import { demoPeople } from './demo/people.ts'
import { identityProviderOf } from './identity-provider.ts'
import { keysOf } from './keys-of.ts'
import { paymentsOf } from './pay.ts'
import { partFaults, peopleWords, productionFaults, seedFaultsAt } from './production-faults.ts'
import { scannerOf } from './scanner.ts'
import { mailEventsSecretOf } from './mail.ts'
import { smsProvider, smsWithoutProvider } from './sms.ts'
import { StartRefused } from './start-refused.ts'
import { storageOf } from './storage.ts'

/** Everything a process of Portolan stands on, opened once: database, keys, agency pack, outside parts. */
export interface Deployment {
  config: Config
  log: Log
  database: Database
  pools: Pools
  services: Services
  agency: AgencyPack
  /** Null: the demonstration's outbox takes the mail. */
  smtp: SmtpMail | null
  partsFor(role: 'portal' | 'office' | 'worker'): PerformerParts
  close(): Promise<void>
}

/** The demonstration's sentence stands wherever the pack or the mode says so. */
export const isDemonstration = (config: Config, agency: AgencyPack) => config.mode === 'demo' || agency.demonstrationOnly

const smtpOf = (config: Config, agency: AgencyPack): SmtpMail | null =>
  config.smtpUrl ? createSmtpMail({ url: config.smtpUrl, deliverBeyondLoopback: !isDemonstration(config, agency) }) : null

/** A database whose schema is the one this version was written for. */
async function openMigrated(config: Config): Promise<Database> {
  const database = await openDatabase({ home: config.home, revives: true, ...config.database })
  try {
    if (config.mode === 'production') refuseFor(await seedFaultsAt(database.urls.owner))
    await migrate(database.urls.owner)
    return database
  } catch (fault) {
    await database.close()
    throw fault
  }
}

function refuseFor(faults: readonly string[]) {
  if (faults.length > 0) throw new StartRefused(faults)
}

/**
 * Opens a deployment from its settings. Throws a `StartRefused` with every reason, or one clear line for a part that cannot be opened.
 * @param strength for tests that are not about hashing; no setting names it
 */
export async function openDeployment(
  config: Config,
  clock: Clock,
  log: Log = openLog(config.log),
  strength: HashStrength = owaspStrength,
): Promise<Deployment> {
  settleFolder('PORTOLAN_HOME', config.home)
  if ((await partFaults(config)).length > 0) refuseFor(await productionFaults(config))
  const agency = await loadAgency(config.agencyPack)
  const keys = keysOf(config)
  const smtp = smtpOf(config, agency)
  const sms = smsProvider(config, isDemonstration(config, agency))
  const storage = await storageOf(config)
  const payments = await paymentsOf({ config, keys, agency, clock })
  const identityProvider = await identityProviderOf(config, clock)
  const database = await openMigrated(config)
  const pools = openPools(database.urls, {}, (fault) => log.fault({ event: 'database-connection-lost' }, fault))
  const services: Services = {
    clock,
    keys,
    publicUrl: config.publicUrl,
    officeUrl: config.officeUrl,
    mode: config.mode,
    agency,
    passwords: openPasswords(keys, undefined, strength),
    storage,
    ...payments,
    ...(identityProvider ? { identityProvider } : {}),
    sms: sms ?? smsWithoutProvider(config, pools, clock),
    ...mailEventsSecretOf(config),
    scanner: scannerOf(config),
    carriedAlong: claimWhatIsCarried,
  }
  const deployment: Deployment = {
    config,
    log,
    database,
    pools,
    services,
    agency,
    smtp,
    partsFor: (role) => ({ pool: pools[role], services, record: recordEntry }),
    close: async () => {
      // A kept connection to the mail server would hold the process for half a minute after its end.
      smtp?.close()
      await pools.close()
      await database.close()
    },
  }
  return config.mode === 'production' ? withoutDemoPeople(deployment) : deployment
}

/** A demonstration's person with an account, in a database that hides where it came from: found by address. */
async function withoutDemoPeople(deployment: Deployment): Promise<Deployment> {
  const performer = performerFor(deployment.partsFor('worker'), systemActor('start'), { id: null, network: null })
  const found = await performer.read(isAnyAccountFinished, demoPeople.map(({ email }) => email))
  if (!found) return deployment
  await deployment.close()
  throw new StartRefused([peopleWords])
}
