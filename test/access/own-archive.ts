import { gather } from '../../src/portal/my-data/gather.ts'
import { heldParts } from '../../src/portal/my-data/held-parts.ts'
import { systemActor } from '../../src/platform/actor.ts'
import type { AccessGround } from './access-ground.ts'

/** What an archive of a person would hold if it were made now, as text. */
export async function gatherArchive({ database, services }: AccessGround, account: string): Promise<string> {
  const gathered = await gather({ pool: database.pools.worker, actor: systemActor('test'), services }, heldParts, account)
  return JSON.stringify(gathered.map(({ part, data, files }) => ({ part: part.name, data, files: files.map(({ path }) => path) })))
}
