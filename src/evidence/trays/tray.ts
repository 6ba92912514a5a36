import type { TrayRow } from './tray-store.ts'

/** What the files of a tray are sent for. */
export const trayPurposes = ['message', 'additional', 'request', 'identity'] as const
export type TrayPurpose = (typeof trayPurposes)[number]

/** On whose side who gathers stands on the case. */
export type TraySide = 'person' | 'representative'

/** What was never sent is kept this long from when its tray was opened, and then goes with its files. */
export const trayDays = 120

/** Gathers the files that one person sends about one case for one purpose. It stands where a draft does: its files name it so. */
export interface Tray {
  readonly id: string
  readonly caseId: string
  readonly account: string
  /** Null: nobody else gathers with them. */
  readonly side: TraySide | null
  readonly purpose: TrayPurpose
  readonly subject: string | null
  /** What files are added for, in the words of whoever opened it; of most purposes one thing. */
  readonly documents: readonly string[]
  readonly filesMost: number
  /** Where its person adds to it and sends it. */
  readonly page: string
  readonly openedAt: Temporal.Instant
  /** Null: open. */
  readonly submittedAt: Temporal.Instant | null
}

export const trayOf = (row: TrayRow): Tray => ({
  id: row.id,
  caseId: row.case,
  account: row.account,
  side: row.side as TraySide | null,
  purpose: row.purpose as TrayPurpose,
  subject: row.subject,
  documents: row.documents,
  filesMost: row.files_most,
  page: row.page,
  openedAt: row.opened_at,
  submittedAt: row.submitted_at,
})

/** Whether files are still added to it: of one that is about to go nothing more is taken, so that nothing comes in behind it. */
export const takesFiles = ({ submittedAt, openedAt }: Tray, now: Temporal.Instant): boolean =>
  submittedAt === null && Temporal.Instant.compare(openedAt.add({ hours: 24 * (trayDays - 2) }), now) > 0
