import { asActor } from '../../platform/db/transaction.ts'
import { accountsOfPerson } from '../../accounts/index.ts'
import type { HeldContext, HeldFile, HeldPart } from '../../platform/archive/index.ts'
import type { JobContext } from '../../platform/jobs/job.ts'

/** What one domain gave, before anything is written. */
export interface Gathered {
  readonly part: HeldPart
  readonly data: unknown
  readonly files: readonly HeldFile[]
}

const read = async (context: HeldContext, part: HeldPart): Promise<Gathered> => ({ part, ...(await part.read(context)) })

/** Everything held of a person at one moment: all parts are read in one snapshot, one after the other. */
export function gather(
  { pool, actor, services }: Pick<JobContext, 'pool' | 'actor' | 'services'>,
  parts: readonly HeldPart[],
  account: string,
): Promise<Gathered[]> {
  return asActor(pool, actor, { readOnly: true, snapshot: true }, async (tx) => {
    const accounts = await accountsOfPerson({ tx }, account)
    const gathered: Gathered[] = []
    for (const part of parts) gathered.push(await read({ tx, accounts, services, now: services.clock.now() }, part))
    return gathered
  })
}
