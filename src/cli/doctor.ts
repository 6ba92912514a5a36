import { type FilesFound, lookAtNamedFiles } from '../app/named-files.ts'
import type { Config } from '../config.ts'
import { withDeployment } from './with-deployment.ts'

/** Reads every file that the database names; exit code 1 when one is not there as it came in. */
export async function doctor(config: Config, options: { json?: boolean }): Promise<number> {
  const found = await withDeployment(config, ({ pools, services }) => lookAtNamedFiles(pools.worker, services))
  console.log(options.json ? JSON.stringify(found) : inWords(found))
  return found.faults.length === 0 ? 0 : 1
}

const conditions = { missing: 'is missing', damaged: 'is damaged', unread: 'could not be read; the storage did not give it' } as const

function inWords({ whole, faults }: FilesFound): string {
  if (faults.length === 0) return `Files: all ${whole} that the database names are there and whole.`
  const lines = faults.map(({ table, id, condition }) => `${table} ${id} ${conditions[condition]}`)
  return [`Files: ${whole} are there and whole, ${faults.length} are not.`, ...lines].join('\n')
}
