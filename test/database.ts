import { openPools } from '../src/platform/db/pools.ts'
import type { Pools, PoolSizes } from '../src/platform/db/pools.ts'
import { scratchDatabase } from '../src/platform/db/scratch-database.ts'
import type { ScratchDatabase } from '../src/platform/db/scratch-database.ts'

export type TestDatabase = ScratchDatabase & {
  pools: Pools
  /** Closes the pools and removes the database. */
  drop(): Promise<void>
}

/** A freshly cloned, migrated, empty database of this test's own, on the shared test server. Drop it in `after`. */
export const testDatabase = async (
  sizes: PoolSizes = { portal: 10, office: 5, worker: 5, owner: 2 },
): Promise<TestDatabase> => {
  const scratch = await scratchDatabase()
  const pools = openPools(scratch.urls, sizes)
  const drop = async () => {
    await pools.close()
    await scratch.drop()
  }
  return { ...scratch, pools, drop }
}
