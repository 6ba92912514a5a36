import { accountsOf } from '../../platform/actor.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { type FileRow, lockFilesOf } from '../evidence-store.ts'
import { evidenceFile } from '../stored-file.ts'
import { inReadingOrder } from '../translation/translation.ts'
import type { SentFile } from './sent-files.ts'
import type { Tray, TraySide } from './tray.ts'
import { listTraysTogether, listWaitingFiles } from './tray-store.ts'

/** What everybody on a case has gathered for one thing and not sent: the person's own first, each in the order of who gathered it. */
export interface Gathered {
  /** The person's own tray; null: they have opened none. */
  readonly tray: string | null
  readonly files: readonly SentFile[]
}

type Reading = Pick<OperationContext, 'tx' | 'actor' | 'services'>
type Sought = Pick<Tray, 'caseId' | 'purpose'>

/** Whoever of a case changes what they gathered for this purpose waits until the transaction ends; held in one order, whoever asks. */
export async function lockGathered({ tx, actor }: Pick<Reading, 'tx' | 'actor'>, sought: Sought): Promise<void> {
  const trays = await listTraysTogether(tx, { ...sought, accounts: accountsOf(actor) })
  for (const account of [...new Set(trays.map((tray) => tray.account))].toSorted()) await lockFilesOf(tx, account)
}

/** What those who are on a case now have gathered for one purpose and not sent, by what it is about: two reads for many trays. */
export async function gatheredFor({ tx, actor, services }: Reading, sought: Sought): Promise<ReadonlyMap<string, Gathered>> {
  const accounts = accountsOf(actor)
  const trays = await listTraysTogether(tx, { ...sought, accounts })
  const files = Map.groupBy(await listWaitingFiles(tx, trays.map(({ id }) => id)), ({ draft }) => draft)
  const isOwn = ({ account }: { account: string }) => accounts.includes(account)
  const filesOf = (tray: (typeof trays)[number]): SentFile[] =>
    inReadingOrder((files.get(tray.id) ?? []).filter((row: FileRow) => row.account === tray.account)).map((row) => ({
      ...evidenceFile(services.keys, row),
      isOwn: isOwn(tray),
      side: tray.side as TraySide | null,
    }))
  const bySubject = Map.groupBy(trays.filter(({ subject }) => subject !== null), ({ subject }) => subject as string)
  return new Map(
    [...bySubject].map(([subject, its]) => {
      const inOrder = [...its.filter(isOwn), ...its.filter((tray) => !isOwn(tray))]
      return [subject, { tray: its.find(isOwn)?.id ?? null, files: inOrder.flatMap(filesOf) }]
    }),
  )
}
