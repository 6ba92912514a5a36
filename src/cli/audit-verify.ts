import { type Verification, verifyRecord } from '../audit/index.ts'
import type { Config } from '../config.ts'
import { withDeployment } from './with-deployment.ts'

/** Walks the record's chain; exit code 1 when anything in it was changed. */
export async function auditVerify(config: Config, options: { json?: boolean }): Promise<number> {
  const found = await withDeployment(config, (deployment) => verifyRecord(deployment.pools.worker, deployment.services.keys))
  console.log(options.json ? JSON.stringify(found) : inWords(found))
  return found.faults.length === 0 ? 0 : 1
}

function inWords({ sealed, unsealed, faults }: Verification): string {
  const counted = `${sealed} entries sealed, ${unsealed} not sealed yet`
  if (faults.length === 0) return `The record is whole: ${counted}.`
  return [`The record was changed: ${counted}.`, ...faults.map(({ position, fault }) => `${position}: ${fault}`)].join('\n')
}
