import { readFile } from 'node:fs/promises'
import { type ShippedHead, type Verification, verifyRecord } from '../audit/index.ts'
import type { Config } from '../config.ts'
import { withDeployment } from './with-deployment.ts'

/** Walks the record's chain; exit code 1 when anything in it was changed, 2 when the shipped heads cannot be read. */
export async function auditVerify(config: Config, options: { json?: boolean; file?: string }): Promise<number> {
  const shipped = options.file ? await headsIn(options.file) : []
  if (!shipped) {
    console.error(`${options.file} has no signed heads that can be read.`)
    return 2
  }
  const found = await withDeployment(config, (deployment) => verifyRecord(deployment.pools.worker, deployment.services.keys, shipped))
  console.log(options.json ? JSON.stringify(found) : inWords(found, shipped.length))
  return found.faults.length === 0 ? 0 : 1
}

/** The heads as the sealing ships them: a line of JSON each. Null: it is no such file. */
async function headsIn(file: string): Promise<ShippedHead[] | null> {
  try {
    const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '')
    return lines.map((line) => {
      const { position, hash, signature } = JSON.parse(line)
      return { position: Number(position), hash: Buffer.from(String(hash), 'hex'), signature: String(signature) }
    })
  } catch {
    return null
  }
}

function inWords({ sealed, unsealed, tail, faults }: Verification, shipped: number): string {
  const since = tail ? ` (written from ${tail.from} to ${tail.until})` : ''
  const counted = `${sealed} entries sealed, ${unsealed} not sealed yet${since}${shipped > 0 ? `, held against ${shipped} shipped heads` : ''}`
  if (faults.length === 0) return `The record is whole: ${counted}.`
  return [`The record was changed: ${counted}.`, ...faults.map(({ position, fault }) => `${position}: ${fault}`)].join('\n')
}
