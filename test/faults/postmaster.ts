import { findPostmaster } from '../../src/platform/db/postmaster.ts'
import { makeHome, settleServerHome } from '../../src/platform/db/server-home.ts'

/** `kill -9` of the database server behind a home; what it had under way is gone with it. */
export async function killPostmaster(home: string): Promise<void> {
  const postmaster = await findPostmaster(settleServerHome(makeHome(home)).data)
  if (!postmaster) throw new Error('no database server runs for this home')
  process.kill(postmaster.pid, 'SIGKILL')
}
