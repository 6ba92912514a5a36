import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sealEntries } from '../audit/index.ts'
import type { Chore } from '../platform/jobs/job.ts'
import type { Deployment } from './deployment.ts'

/** Draws the record's chain about every second and ships each signed head out of the database, into the home. */
export function sealChore({ config, services }: Deployment): Chore {
  const heads = join(config.home, 'audit-heads.jsonl')
  return {
    name: 'audit.seal',
    everySeconds: 1,
    run: async ({ pool }) => {
      const head = await sealEntries(pool, services.keys, services.clock.now())
      if (!head) return
      const line = JSON.stringify({ position: head.position, hash: head.hash.toString('hex'), signature: head.signature })
      await appendFile(heads, `${line}\n`, { mode: 0o600 })
    },
  }
}
