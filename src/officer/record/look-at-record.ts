import { type After, type ChainState, findChainState, type FoundEntry, searchEntries } from '../../audit/index.ts'
import { operation } from '../../platform/operation.ts'
import { mayDo, whoMay } from '../may.ts'
import { colleaguesNamed } from '../staff/colleagues.ts'
import { type Asked, soughtBy } from './sought.ts'

const onPage = 50
const inFile = 5000

export interface RecordShown {
  readonly asked: Asked
  readonly chain: ChainState
  readonly entries: readonly FoundEntry[]
  /** Where older ones begin; null: there are none. */
  readonly next: After | null
  readonly names: ReadonlyMap<string, string>
}

const nameless = (entry: FoundEntry, asked: Asked): FoundEntry => ({
  ...entry,
  actor_id: entry.actor_kind === 'staff' ? entry.actor_id : null,
  subject: asked.subject,
  account: asked.account,
  detail: null,
})

const looking = (name: string, many: number) =>
  operation({
    name,
    allow: (actor, _input: { asked: Asked; after: After | null }) => whoMay('see-audit')(actor) && actor.sessionId !== null,
    refusals: [],
    async run(context, { asked, after }): Promise<RecordShown> {
      const { tx, services, audit } = context
      audit({ subject: asked.subject ?? undefined, account: asked.account ?? undefined, detail: { staff: asked.staff, operation: asked.operation, from: asked.from, until: asked.until } })
      const found = await searchEntries(tx, soughtBy(asked, services.agency.timeZone), after, many + 1)
      // Who may not know of protected cases learns of none here: of what an entry is about, only that which was looked for, and found, stays.
      const entries = found.slice(0, many).map((entry) => (mayDo(context.actor, 'see-protected') ? entry : nameless(entry, asked)))
      const last = found.length > many ? entries.at(-1) : undefined
      const names = await colleaguesNamed(context, entries.map(({ actor_kind, actor_id }) => (actor_kind === 'staff' ? actor_id : null)))
      return { asked, entries, names, chain: await findChainState(tx), next: last ? { at: last.at, ordinal: last.ordinal } : null }
    },
  })

/** A page of the record; that it was looked at, and for what, is an entry of its own. */
export const lookAtRecord = looking('officer.look-at-record', onPage)

/** The same to take away. */
export const takeRecord = looking('officer.take-record', inFile)
