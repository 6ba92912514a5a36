import { existsSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { type AgencyPack, loadAgency } from '../agency/index.ts'
import type { Config } from '../config.ts'
import { openDatabase } from '../platform/db/database.ts'
import { holdsDemonstration } from '../platform/db/demo-seed-store.ts'
import { keysOf } from './keys-of.ts'

/** The folder of the demonstration's pack, wherever the process runs. */
const demonstrationPack = realpathSync(join(import.meta.dirname, '../../agency/us'))

const packWords = 'AGENCY_PACK: this pack is for demonstrations; copy it under a name and an id of your own'
const keyWords = 'MASTER_KEY: these are the keys of a demonstration'
export const peopleWords = 'DATABASE_URL: this database holds the people of a demonstration; production begins with an empty one'

/** Known by what it is and not by its path: a copy that still says so, a link to it, one that kept its id, or the folder itself whatever was written into it. */
export const isDemonstrationPack = (pack: string, agency: Pick<AgencyPack, 'demonstrationOnly' | 'id'>) =>
  agency.demonstrationOnly || agency.id === 'us' || realpathSync(pack) === demonstrationPack

async function packFaults({ agencyPack }: Config): Promise<string[]> {
  return isDemonstrationPack(agencyPack, await loadAgency(agencyPack)) ? [packWords] : []
}

async function keyFaults(config: Config): Promise<string[]> {
  // None given is said with the settings; the demonstration's are never made for production.
  return config.masterKey && keysOf(config).isDemo ? [keyWords] : []
}

/** Looks into the database as it is: an embedded one that was never made holds nobody, and is not made for this. */
async function seedFaults({ database: { databaseUrl, ownerUrl }, home }: Config): Promise<string[]> {
  if (databaseUrl) return seedFaultsAt(ownerUrl ?? databaseUrl)
  if (!existsSync(join(home, 'database-passwords.json'))) return []
  const database = await openDatabase({ home })
  try {
    return await seedFaultsAt(database.urls.owner)
  } finally {
    await database.close()
  }
}

/** A database that the demonstration was filled into, even if filling it was interrupted. */
export const seedFaultsAt = async (ownerUrl: string): Promise<string[]> =>
  (await holdsDemonstration(ownerUrl)) ? [peopleWords] : []

/** What cannot be opened is a fault like the others: one line of its own. */
const asLines = (looking: Promise<string[]>): Promise<string[]> =>
  looking.catch((fault: Error) => [fault.message.split('\n')[0] ?? ''])

const lookedFor = async (config: Config, looks: readonly ((config: Config) => Promise<string[]>)[]): Promise<string[]> =>
  config.mode === 'production' ? (await Promise.all(looks.map((look) => asLines(look(config))))).flat() : []

/** Why production must not start on this pack and these keys. Nothing for a demonstration. */
export const partFaults = (config: Config): Promise<string[]> => lookedFor(config, [packFaults, keyFaults])

/** The same, and what the database says of itself. It only reads: neither database nor keys are made. */
export const productionFaults = (config: Config): Promise<string[]> => lookedFor(config, [packFaults, keyFaults, seedFaults])
