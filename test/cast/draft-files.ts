import { sql } from 'kysely'
import type { Actor } from '../../src/platform/actor.ts'
import { newSecret } from '../../src/platform/ids.ts'
import type { FilingGround } from './filing-ground.ts'
import { boundary, formOf } from './multipart-sender.ts'
import { proveNow } from './recent-session.ts'

/** A passphrase of a person of the tests. */
export const passphrase = 'lantern quay mellow forty'

export interface Downloaded {
  status: number
  location: string | undefined
  headers: Record<string, unknown>
  html: string
  bytes: Buffer
}

export interface ReadIn {
  file?: Buffer | undefined
  passphrase?: string
  startKey?: string
  tokenLast?: boolean
}

/** A person at the two pages of a draft's file, in a browser without scripts. */
export interface DraftFiles {
  save(draft: string, fields?: Record<string, string>): Promise<Downloaded>
  readIn(posted: ReadIn): Promise<{ status: number; location: string | undefined; html: string; headers: Record<string, unknown> }>
}

/** Signs a person in with a factor given now, and gives them the pages. */
export async function draftFiles(ground: FilingGround, person: Actor): Promise<DraftFiles> {
  if (person.kind === 'account') await proveNow(ground, person)
  const headers = { cookie: `portolan_portal=${ground.secretOf(person)}`, origin: ground.services.publicUrl }
  const tokenOn = async (url: string) => /name="csrf" value="([^"]+)"/.exec((await ground.portal.inject({ url, headers })).body)?.[1] ?? ''
  const send = async (url: string, type: string, payload: string | Buffer): Promise<Downloaded> => {
    const answer = await ground.portal.inject({ method: 'POST', url, headers: { ...headers, 'content-type': type }, payload })
    return { status: answer.statusCode, location: answer.headers.location?.toString(), headers: answer.headers, html: answer.body, bytes: answer.rawPayload }
  }
  return {
    async save(draft, fields = { passphrase, again: passphrase }) {
      const body = new URLSearchParams({ csrf: await tokenOn(`/drafts/${draft}/export`), ...fields })
      return send(`/drafts/${draft}/export`, 'application/x-www-form-urlencoded', body.toString())
    },
    async readIn({ file, passphrase: typed = passphrase, startKey = newSecret(128), tokenLast = false }) {
      const fields = { idempotencyKey: startKey, passphrase: typed }
      const parts = formOf(await tokenOn('/drafts/import'), { fields, fileName: file ? 'kept.draft' : '', tokenLast, ...(file ? { file } : {}) })
      const chunks: Buffer[] = []
      for await (const chunk of parts) chunks.push(chunk)
      return send('/drafts/import', `multipart/form-data; boundary=${boundary}`, Buffer.concat(chunks))
    },
  }
}

/** What the record says of a person: operation, how it ended, and the whole entries as text. */
export async function recordOf({ database }: FilingGround, { id }: Actor): Promise<{ lines: string[]; text: string }> {
  const { rows } = await sql<{ line: string; entry: string }>`
    select concat_ws(' ', e.operation, e.outcome, e.refusal) as line, to_jsonb(e)::text as entry
    from audit.entry e where e.account = ${id} or e.actor_id = ${id} order by e.at`.execute(database.pools.owner as never)
  return { lines: rows.map(({ line }) => line), text: rows.map(({ entry }) => entry).join('\n') }
}
