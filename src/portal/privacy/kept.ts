/** Something that is kept of a person, as the privacy page tells it. */
export interface KeptThing {
  /** Its words: `privacy.kept.<id>.what`, `.why` and `.long`. */
  readonly id: string
  /** The table that keeps it. */
  readonly table: string
  /** What that table's comment says under “Kept”, word for word: a test holds the page to it. */
  readonly stated: string
  /** Where the words name days or years, how many. */
  readonly number?: number
}

const days = <const I extends string>(id: I, table: string, number: number, after: string) => ({ id, table, number, stated: `${number} days ${after}` })

/** What people ask about, in the order of their days here: from the account to the case and what is left of it. */
export const keptThings = [
  { id: 'number', table: 'accounts.account', stated: 'for ever once it has a number' },
  { id: 'person', table: 'profile.person', stated: 'as the account' },
  days('visits', 'accounts.session', 90, 'after it began'),
  days('browsers', 'accounts.known_browser', 400, 'after it was last seen'),
  days('drafts', 'filing.draft', 30, '(of the agency pack) after the last work on it'),
  { id: 'removed', table: 'evidence.file', stated: 'the bytes of a removed one a day' },
  { id: 'filed', table: 'filing.submission', stated: 'as the case' },
  { id: 'papers', table: 'cases.document', stated: 'as the case' },
  { id: 'openings', table: 'officer.file_opening', stated: 'as the case' },
  { id: 'payments', table: 'filing.payment', number: 10, stated: '10 years' },
  days('mails', 'mail.queued', 30, 'after it was sent'),
  days('support', 'accounts.support_request', 180, 'after it was closed'),
  days('archives', 'portal.archive', 7, 'after it was ready'),
  { id: 'record', table: 'audit.entry', stated: 'for ever' },
] as const satisfies readonly KeptThing[]
