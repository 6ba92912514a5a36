import { randomUUID } from 'node:crypto'
import type { Held, Rows } from './planted-cases.ts'

/**
 * What stands in the addresses of the product.
 * `of`: a query for one such thing of a person, where {account}, {case} and {receipt} are theirs; `unknown`: one of nobody.
 * `same`: it names no thing of anybody (a form, a queue, a day): the same in every address.
 */
type InAddress = { readonly of: string; readonly unknown?: string } | { readonly same: string }

const receiptNumber: InAddress = { of: 'select {receipt} as value', unknown: 'IOE0000000000' }

/** A link's own secret: whoever has it is let in by it alone, and the database knows only its hash. */
const token: InAddress = { same: 'A'.repeat(22) }

const byCase = (table: string): InAddress => ({ of: `select id::text as value from ${table} where "case" = {case}` })
const byAccount = (table: string): InAddress => ({ of: `select id::text as value from ${table} where account = {account}` })

/** Add the name of your parameter here, with how to find one of a person; where a row is to be planted first, tell it in planted-rows.ts or planted-cases.ts. */
export const inPortalAddress: Readonly<Record<string, InAddress>> = {
  receiptNumber,
  token,
  form: { same: 'i-90' },
  version: { same: '2026-01-01' },
  use: { same: 'physical' },
  name: { same: 'letter.pdf' },
  helper: { same: 'interpreter' },
  page: { same: 'your-name' },
  entry: { same: randomUUID() },
  draft: { of: 'select id::text as value from filing.draft where account = {account} and submission is null and deleted_at is null' },
  preparation: { of: 'select id::text as value from preparation.preparation where representative = {account}' },
  which: { same: 'form' },
  submission: byAccount('filing.submission'),
  file: byAccount('evidence.file'),
  upload: byAccount('evidence.resumable_upload'),
  document: byCase('cases.document'),
  thread: byCase('correspondence.thread'),
  appointment: byCase('correspondence.appointment'),
  notice: byCase('correspondence.notice'),
  check: byCase('correspondence.identity_check'),
  request: byCase('correspondence.evidence_request'),
  ask: { same: '1' },
  // Printed on a letter: whoever holds it may ask whether it is genuine.
  code: { same: 'AAAA-AAAA-AAAA' },
  representative: { of: `select id::text as value from cases.party where "case" = {case} order by (role = 'representative') desc` },
  licence: byAccount('representation.licence'),
  client: { of: 'select id::text as value from representation.client where representative = {account}' },
  note: { of: 'select id::text as value from representation.client_note where representative = {account}' },
  archive: byAccount('portal.archive'),
  change: byAccount('cases.address_press'),
  app: byAccount('accounts.authenticator_app'),
  passkey: byAccount('accounts.passkey'),
}

export const inOfficeAddress: Readonly<Record<string, InAddress>> = {
  account: { of: 'select {account} as value', unknown: randomUUID() },
  receiptNumber,
  token,
  queue: { same: 'received' },
  section: { same: 'cases' },
  day: { same: '2026-11-23' },
  provider: { same: 'cashier' },
  kind: { same: 'other' },
  addressee: { same: 'applicant' },
  trackingNumber: { of: 'select tracking_number as value from accounts.support_request where account = {account}', unknown: '000000000' },
  thread: byCase('correspondence.thread'),
  appointment: byCase('correspondence.appointment'),
  document: byCase('cases.document'),
  file: byAccount('evidence.file'),
  licence: byAccount('representation.licence'),
  // A file of an answer is its officer's alone until it is sent: answer-files.test.ts.
  attached: { same: randomUUID() },
  refund: byAccount('filing.refund'),
  paper: byCase('cases.later_paper'),
  letter: byCase('cases.letter'),
  lift: byAccount('officer.protection_lift'),
  decision: byCase('correspondence.decision'),
  conflict: byCase('officer.conflict'),
  note: byCase('officer.case_note'),
  evidence: byCase('correspondence.additional_evidence'),
  inquiry: byCase('correspondence.inquiry'),
  notice: byCase('correspondence.notice'),
  check: byCase('correspondence.identity_check'),
  request: byCase('correspondence.evidence_request'),
  representative: { of: `select id::text as value from cases.party where "case" = {case} order by (role = 'representative') desc` },
  // What staff made, in which many people may be: each row of it is somebody's, the whole is nobody's.
  outage: { same: randomUUID() },
  view: { same: randomUUID() },
  staff: { same: randomUUID() },
  contact: { same: randomUUID() },
  search: { same: randomUUID() },
  bulk: { same: randomUUID() },
  intake: { same: randomUUID() },
  batch: { same: randomUUID() },
  entry: { same: randomUUID() },
  rejection: { same: randomUUID() },
}

export const where = { portal: inPortalAddress, office: inOfficeAddress } as const

const quotedText = (text: string) => `'${text.replaceAll("'", "''")}'`

/** The things of a person by the names that addresses have for them; of nobody where no person is given. */
export async function thingsOf(rows: Rows, registry: Readonly<Record<string, InAddress>>, held: Held | null): Promise<Record<string, string>> {
  const things: Record<string, string> = {}
  for (const [name, each] of Object.entries(registry)) {
    if ('same' in each) things[name] = each.same
    else if (!held) things[name] = each.unknown ?? randomUUID()
    else {
      const text = each.of.replaceAll('{account}', quotedText(held.account)).replaceAll('{case}', quotedText(held.caseId)).replaceAll('{receipt}', quotedText(held.receiptNumber))
      const [found] = await rows<{ value: string }>(`${text} limit 1`)
      if (!found) throw new Error(`Nothing of this person is planted for “:${name}”: ${text}`)
      things[name] = found.value
    }
  }
  return things
}

/** Names in these addresses of which nothing is known here. */
export const unknownNames = (patterns: readonly string[], registry: Readonly<Record<string, InAddress>>): string[] =>
  [...new Set(patterns.flatMap((pattern) => [...pattern.matchAll(/:(\w+)/g)].map(([, name = '']) => name)))].filter((name) => !(name in registry))
