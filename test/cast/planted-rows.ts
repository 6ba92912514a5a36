import { randomInt } from 'node:crypto'
import { sealEmail } from '../../src/accounts/email-address.ts'
import { emailHash } from '../../src/accounts/index.ts'
import { sealSide } from '../../src/accounts/contact-change/contact-change.ts'
import { contactHash, sealContactAddress } from '../../src/accounts/contact-points/contact-point.ts'
import { sealCaseAddresses } from '../../src/cases/address/case-address.ts'
import { newTrackingNumber } from '../../src/accounts/support/support-request.ts'
import { sealMessage } from '../../src/correspondence/messages/message.ts'
import { sealDescription } from '../../src/evidence/description/sealed-description.ts'
import { sealUploadName } from '../../src/evidence/resumable/resumable-upload.ts'
import { sealName } from '../../src/evidence/stored-file.ts'
import { sealAnswers } from '../../src/filing/draft/sealed-draft.ts'
import { sealHelperName } from '../../src/filing/signature/helpers.ts'
import { sealSigned } from '../../src/filing/signature/signature.ts'
import { sealText } from '../../src/platform/crypto/field.ts'
import { newId } from '../../src/platform/ids.ts'
import { sealPart } from '../../src/profile/person/person.ts'
import { accountTables, neededColumns } from './account-tables.ts'
import type { DataGround } from './data-ground.ts'

type Row = Record<string, unknown>
type Ground = Pick<DataGround, 'rows' | 'services' | 'openFinalCase' | 'owner'>

/** What the rows of one person hang together by. */
interface Planting {
  readonly ground: Ground
  readonly account: string
  readonly merged: string
  readonly session: string
  readonly draft: string
  readonly signed: string
  readonly signature: string
  readonly submission: string
  readonly payment: string
  readonly caseId: string
  readonly press: string
  readonly thread: string
  readonly archive: string
  readonly now: string
  daysAgo(days: number): string
}

const sha = 'a'.repeat(64)

/** What the checks of a table and the seals of its columns ask for; everything else is filled in by its type. */
const particulars: Record<string, (planting: Planting, id: string) => Row> = {
  'cases.access_notice': ({ caseId, account, daysAgo }) => ({ case: caseId, used_by: account, addressee: 'applicant', cause: 'intake', issued_at: daysAgo(9), expires_at: daysAgo(-81), ended_at: daysAgo(8), ended_as: 'used' }),
  'officer.possible_duplicate': ({ caseId, account, now }) => ({
    case: caseId, accounts: `{${account}}`, reasons: '{name-and-birth}', decided_at: now, decided_by: newId(), answer: 'theirs',
  }),
  'officer.duplicate_act': ({ caseId }) => ({ case: caseId, kind: 'decided', answer: 'theirs', reason_sealed: Buffer.from('planted') }),
  'cases.follower': ({ caseId }) => ({ case: caseId }),
  'cases.follow_stop': ({ caseId }) => ({ case: caseId }),
  'accounts.closing': ({ daysAgo }) => ({ key_id: 'test', closed_at: daysAgo(9), undo_until: daysAgo(6), undone_at: daysAgo(8) }),
  'accounts.code_challenge': ({ session }) => ({ session, key_id: 'test' }),
  'accounts.contact_change': ({ ground, account, daysAgo }, id) => ({
    what: 'phone',
    key_id: 'test',
    new_sealed: sealSide(ground.services.keys, { id, account }, 'new', '+12025550123'),
    asked_at: daysAgo(9),
    dropped_at: daysAgo(8),
  }),
  'accounts.contact_point': ({ ground, account, now }, id) => ({
    kind: 'email',
    purpose: 'recovery',
    address_hash: contactHash(ground.services.keys, `second-${account}@example.test`),
    address_sealed: sealContactAddress(ground.services.keys, account, id, `second-${account}@example.test`),
    proven_at: now,
  }),
  'accounts.forwarding': ({ account, merged }) => ({ kept: account, retired: merged }),
  'accounts.merge_attempt': ({ account, merged, session }) => ({ kept: account, other: merged, other_session: session }),
  'accounts.not_me_link': () => ({ expires_at: '2099-01-01T00:00:00Z' }),
  'accounts.passkey': () => ({ name: 'Key', transports: '{}' }),
  'accounts.password_reset': ({ now }) => ({ key_id: 'test', made_at: now, expires_at: '2099-01-01T00:00:00Z' }),
  'accounts.recovery_request': ({ daysAgo }) => ({
    key_id: 'test', lost: '{phone}', begun_at: daysAgo(9), opens_at: daysAgo(8), expires_at: daysAgo(7), ended_at: daysAgo(7), ended_by: 'expired',
  }),
  'accounts.reset_answer': () => ({ position: 1 }),
  'accounts.session': ({ daysAgo }) => ({ begun_at: daysAgo(2), last_seen_at: daysAgo(2), ends_at: daysAgo(1) }),
  'accounts.sign_up_link': () => ({ key_id: 'test' }),
  'accounts.terms_agreement': ({ ground }) => ({ version: ground.services.agency.terms.version, language: 'en' }),
  'accounts.support_request': ({ now }) => ({
    key_id: 'test', tracking_number: newTrackingNumber(), topic: 'no-code', sent_at: now, closed_at: now,
  }),
  'audit.entry': ({ account }) => ({ actor_kind: 'account', actor_id: account }),
  'cases.party': ({ caseId, account, now }) => ({ case: caseId, account, role: 'petitioner', from_at: now }),
  'cases.address_press': ({ press }) => ({ id: press }),
  'cases.address_change': ({ ground, press, caseId }, id) => ({
    press,
    case: caseId,
    sealed: sealCaseAddresses(ground.services.keys, caseId, id, { physical: { country: 'US', city: 'Utica' }, mailing: null }),
  }),
  'correspondence.message': ({ ground, caseId, thread }, id) => ({
    thread, side: 'person', ordinal: 1, sealed: sealMessage(ground.services.keys, caseId, id, 'A planted message'),
  }),
  'correspondence.reading': ({ thread }) => ({ thread, side: 'person', up_to: 1 }),
  'evidence.begun_upload': () => ({ storage_key: newId() }),
  'evidence.resumable_upload': ({ ground, account, draft }, id) => ({
    draft, document: 'other', size_bytes: 10, storage_key: newId(), expires_at: '2099-01-01T00:00:00Z',
    name_sealed: sealUploadName(ground.services.keys, account, id, 'planted.pdf'),
  }),
  'evidence.file': ({ ground, account, draft }, id) => ({
    draft, document: 'other', size_bytes: 10, sha256: sha, storage_key: newId(), type: 'pdf',
    name_sealed: sealName(ground.services.keys, account, id, 'planted.pdf'),
    description_sealed: sealDescription(ground.services.keys, account, id, { kind: 'passport', note: 'planted', translator: 'planted', certified: 'competent' }),
  }),
  'filing.draft': ({ ground, account, draft, now }) => ({
    id: draft, form: 'i-90', edition: '2025-01-20', language: 'en', expires_at: '2099-01-01T00:00:00Z', worked_on_at: now,
    answers_sealed: sealAnswers(ground.services.keys, { id: draft, account }, {}),
  }),
  'filing.submission': ({ submission, signature, caseId, now }) => ({
    id: submission, form: 'i-90', edition: '2025-01-20', fee_cents: 100, fee_lines: '[]', signature, case: caseId,
    received_at: now, received_on: now.slice(0, 10), receipt_number: `IOE${String(randomInt(10 ** 10)).padStart(10, '0')}`,
  }),
  'filing.fee_waiver': ({ draft, signed }) => ({ draft, request: signed, codes: '{i-90-filing}' }),
  'filing.payment': ({ submission, payment }) => ({
    id: payment, submission, attempt: 9, provider: 'cashier', amount_cents: 100, captured_cents: 100, currency: 'USD', lines: '[]', state: 'captured',
  }),
  'filing.refund': ({ payment, caseId }) => ({ payment, case: caseId, amount_cents: 40, reason: 'not-due', state: 'asked' }),
  'filing.signature': ({ ground, account, signed, signature, now }) => {
    const seal = (column: 'name_sealed' | 'document_sealed' | 'shown_sealed', text: string) =>
      sealSigned(ground.services.keys, { id: signature, account }, column, text)
    return {
      id: signature, draft: signed, document_sha256: sha, shown_sha256: sha, proved_at: now, signed_at: now,
      name_sealed: seal('name_sealed', 'A Name'), document_sealed: seal('document_sealed', '{}'), shown_sealed: seal('shown_sealed', '{}'),
    }
  },
  'filing.helper_signature': ({ ground, account, signed, now }, id) => ({
    draft: signed, helper: 'interpreter', document_sha256: sha, signed_at: now,
    name_sealed: sealHelperName(ground.services.keys, { id, account }, 'A Name'),
  }),
  'mail.queued': ({ ground, account, now }, id) => ({ kind: 'accounts.welcome', sent_at: now, ...sealedMessage(ground, account, id, 'mail.queued') }),
  'sms.queued': ({ ground, account }, id) => ({ kind: 'accounts.one-time-password', ...sealedMessage(ground, account, id, 'sms.queued') }),
  'portal.archive': ({ archive, daysAgo }) => ({ id: archive, asked_at: daysAgo(3), failed_at: daysAgo(2), gone_at: daysAgo(2) }),
  'portal.archive_download': ({ archive }) => ({ archive }),
  'profile.address': ({ ground, account }) => ({
    use: 'physical',
    sealed: sealText(
      ground.services.keys,
      { person: account, table: 'profile.address', row: `${account}/physical`, column: 'sealed' },
      JSON.stringify({ country: 'US', city: 'Utica' }),
    ),
  }),
  'profile.person': ({ ground, account }) => ({
    names_sealed: sealPart(ground.services.keys, account, 'names_sealed', JSON.stringify({ given: 'Planted', family: 'Person' })),
    date_of_birth_sealed: sealPart(ground.services.keys, account, 'date_of_birth_sealed', '1990-02-03'),
  }),
}

function sealedMessage({ services: { keys } }: Ground, account: string, id: string, table: string): Row {
  const place = (column: string) => ({ person: account, table, row: id, column })
  return {
    language: 'en',
    to_sealed: sealText(keys, place('to'), table === 'mail.queued' ? 'p@example.test' : '+12025550123'),
    values_sealed: sealText(keys, place('values'), '{}'),
  }
}

/** A value of a type that no check of its own is against. */
function filled(type: string, allowed: string | null, planting: Planting): unknown {
  if (allowed) return allowed
  if (type.startsWith('timestamp')) return planting.now
  if (type === 'date') return planting.now.slice(0, 10)
  if (type === 'uuid') return newId()
  if (type === 'bytea') return Buffer.from('planted')
  if (type === 'boolean') return false
  if (/int|numeric/.test(type)) return 1
  if (type === 'jsonb') return '{}'
  if (type.endsWith('[]')) return '{}'
  return `${newId()}${newId()}`.slice(0, 40)
}

const quoted = (table: string) => table.split('.').map((part) => `"${part}"`).join('.')

async function plant(planting: Planting, table: string, columns: readonly string[]): Promise<void> {
  const { rows } = planting.ground
  const needed = await neededColumns(rows, table)
  const id = newId()
  const own = Object.fromEntries(columns.map((column) => [column, planting.account]))
  const usual = Object.fromEntries(needed.map(({ name, type, allowed }) => [name, name === 'id' ? id : filled(type, allowed, planting)]))
  const language = needed.some(({ name }) => name === 'language') ? { language: 'en' } : {}
  const special = particulars[table]?.(planting, id) ?? {}
  const row: Row = { ...usual, ...language, ...own, ...special }
  const names = Object.keys(row)
  const places = names.map((_, index) => `$${index + 1}`)
  await rows(
    `insert into ${quoted(table)} (${names.map((name) => `"${name}"`).join(', ')}) values (${places.join(', ')}) on conflict do nothing`,
    Object.values(row),
  )
}

/** References of planted rows to each other: what they point to comes first. */
const first = ['accounts.session', 'filing.draft', 'filing.signature', 'filing.submission', 'filing.payment', 'cases.address_press', 'portal.archive']

/**
 * Plants a row of this person in every table of the database that has an account in it, sealed as the product seals it.
 * A table that comes new gets one by its types; where its checks ask for more, they are told here.
 */
export async function plantHeld(ground: Ground, account: string): Promise<{ merged: string }> {
  const { services, rows } = ground
  const at = services.clock.now()
  const merged = await mergedAccount(ground)
  const session = newId()
  const planting: Planting = {
    ground,
    account,
    merged,
    session,
    draft: newId(),
    signed: newId(),
    signature: newId(),
    submission: newId(),
    payment: newId(),
    caseId: await ground.openFinalCase(account),
    press: newId(),
    thread: newId(),
    archive: newId(),
    now: at.toString(),
    daysAgo: (days) => at.subtract({ hours: 24 * days }).toString(),
  }
  await plantSession(planting)
  await plantSigned(planting)
  await plantThread(planting)
  const tables = (await accountTables(rows)).filter(({ table }) => table !== 'accounts.account')
  const ordered = tables.toSorted((one, other) => placeOf(one.table) - placeOf(other.table))
  for (const { table, columns } of ordered) await plant(planting, table, columns)
  return { merged }
}

const placeOf = (table: string) => (first.includes(table) ? first.indexOf(table) : first.length)

const plantSession = async ({ ground: { owner }, session, account, daysAgo }: Planting) =>
  owner
    .insertInto('accounts.session')
    .values({
      id: session,
      account,
      secret_hash: newId() + newId(),
      stage: 'password-given',
      begun_at: daysAgo(3),
      last_seen_at: daysAgo(3),
      ends_at: daysAgo(2),
    } as never)
    .execute()

/** A conversation about their case. */
const plantThread = async ({ ground: { owner, rows }, thread, caseId, now }: Planting) => {
  const [its] = await rows<{ receipt_number: string }>('select receipt_number from cases."case" where id = $1', [caseId])
  const at = { opened_at: now, last_at: now }
  await owner
    .insertInto('correspondence.thread')
    .values({ ...at, id: thread, case: caseId, receipt_number: String(its?.receipt_number), topic: 'status', opened_by: 'person', messages: 1, state: 'answered' } as never)
    .execute()
}

/** A submitted draft with its signature: what a closing keeps. */
const plantSigned = async ({ ground, signed, account, now, daysAgo }: Planting) =>
  ground.owner
    .insertInto('filing.draft')
    .values({
      id: signed,
      account,
      start_key: newId(),
      form: 'i-90',
      edition: '2025-01-20',
      language: 'en',
      answers_sealed: sealAnswers(ground.services.keys, { id: signed, account }, {}),
      started_at: daysAgo(3),
      worked_on_at: daysAgo(3),
      expires_at: now,
      submission: newId(),
      submitted_at: now,
    } as never)
    .execute()

/** An account that was merged into the person's. */
async function mergedAccount({ owner, services: { keys, clock } }: Ground): Promise<string> {
  const [id, now] = [newId(), clock.now()]
  const email = `merged-${id}@example.test`
  await owner
    .insertInto('accounts.account')
    .values({
      id,
      email_hash: emailHash(keys, email),
      email_sealed: sealEmail(keys, id, email),
      language: 'en',
      begun_at: now,
      asked_at: now,
      retired_at: now,
    })
    .execute()
  return id
}
