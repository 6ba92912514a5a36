import { sealEmail } from '../../src/accounts/email-address.ts'
import { sealAppSecret } from '../../src/accounts/second-factor/authenticator-app.ts'
import { emailHash } from '../../src/accounts/index.ts'
import { sealSide } from '../../src/accounts/contact-change/contact-change.ts'
import { contactHash, sealContactAddress } from '../../src/accounts/contact-points/contact-point.ts'
import { sealCaseAddresses } from '../../src/cases/address/case-address.ts'
import { newTrackingNumber } from '../../src/accounts/support/support-request.ts'
import { sealMessage } from '../../src/correspondence/messages/message.ts'
import { sealAnswers } from '../../src/filing/draft/sealed-draft.ts'
import { sealWhy } from '../../src/officer/intake/duplicates/whose-words.ts'
import { sealText } from '../../src/platform/crypto/field.ts'
import { newId } from '../../src/platform/ids.ts'
import { sealPart } from '../../src/profile/person/person.ts'
import { accountTables, neededColumns } from './account-tables.ts'
import { plantAppointment, plantedStep } from './planted-appointment.ts'
import { plantDecision } from './planted-decision.ts'
import { plantedFiling } from './planted-filing.ts'
import { plantedPractice } from './planted-practice.ts'
import { plantPreparation } from './planted-preparation.ts'
import { plantRequest } from './planted-request.ts'
import type { DataGround } from './data-ground.ts'
import { plantedWriting, plantNotice, plantThread } from './planted-correspondence.ts'

type Row = Record<string, unknown>
type Ground = Pick<DataGround, 'rows' | 'openFinalCase' | 'owner'> & { readonly services: Pick<DataGround['services'], 'keys' | 'clock' | 'agency'> }

/** What the rows of one person hang together by. */
export interface Planting {
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
  readonly notice: string
  readonly check: string
  readonly archive: string
  readonly now: string
  daysAgo(days: number): string
}

/** What the checks of a table and the seals of its columns ask for; everything else is filled in by its type. */
const particulars: Record<string, (planting: Planting, id: string) => Row> = {
  ...plantedWriting,
  ...plantedPractice,
  ...plantedFiling,
  'cases.access_notice': ({ caseId, account, daysAgo }) => ({ case: caseId, used_by: account, addressee: 'applicant', cause: 'intake', issued_at: daysAgo(9), expires_at: daysAgo(-81), ended_at: daysAgo(8), ended_as: 'used' }),
  'officer.possible_duplicate': ({ caseId, account, now }) => ({
    case: caseId, accounts: `{${account}}`, reasons: '{name-and-birth}', decided_at: now, decided_by: newId(), answer: 'theirs',
  }),
  'officer.duplicate_act': ({ ground, caseId }, id) => ({ case: caseId, kind: 'decided', answer: 'theirs', reason_sealed: sealWhy(ground.services.keys, caseId, id, 'A planted reason') }),
  'cases.follower': ({ caseId }) => ({ case: caseId }),
  'cases.follow_stop': ({ caseId }) => ({ case: caseId }),
  'accounts.authenticator_app': ({ ground, account }, id) => ({ secret_sealed: sealAppSecret(ground.services.keys, account, id, 'ABCDEFGHIJKLMNOPQRSTUVWX') }),
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
  'accounts.support_request': ({ now }) => ({ key_id: 'test', tracking_number: newTrackingNumber(), topic: 'no-code', sent_at: now, closed_at: now }),
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
  'correspondence.appointment_step': plantedStep,
  'correspondence.reading': ({ thread }) => ({ thread, side: 'person', up_to: 1 }),
  'correspondence.notice_opening': ({ notice }) => ({ notice, side: 'person' }),
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
    names_sealed: sealPart(ground.services.keys, account, 'names_sealed', JSON.stringify({ given: 'Planted', family: 'Person', order: 'given-first', ownScript: '', called: '', others: [] })),
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

/** A value of a type. */
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
  const places = names.map((_, at) => `$${at + 1}`)
  await rows(
    `insert into ${quoted(table)} (${names.map((name) => `"${name}"`).join(', ')}) values (${places.join(', ')}) on conflict do nothing`,
    Object.values(row),
  )
}

/** Their request has them. */
const plantedByName = ['correspondence.request_answer', 'correspondence.request_typed', 'preparation.preparation', 'preparation.answer']

/** What other planted rows point to comes first. */
const first = ['accounts.session', 'filing.draft', 'filing.signature', 'filing.submission', 'filing.payment', 'cases.address_press', 'portal.archive', 'correspondence.identity_check']

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
    ...{ draft: newId(), signed: newId() },
    signature: newId(),
    submission: newId(),
    payment: newId(),
    caseId: await ground.openFinalCase(account),
    press: newId(),
    thread: newId(),
    ...{ notice: newId(), check: newId(), archive: newId() },
    now: at.toString(),
    daysAgo: (days) => at.subtract({ hours: 24 * days }).toString(),
  }
  await plantSession(planting)
  await plantSigned(planting)
  await plantThread(planting)
  await plantDecision(ground, planting)
  await plantNotice(planting)
  await plantAppointment(ground, planting)
  await plantRequest(planting)
  await plantPreparation(planting)
  const tables = (await accountTables(rows)).filter(({ table }) => table !== 'accounts.account')
  const ordered = tables.toSorted((one, other) => placeOf(one.table) - placeOf(other.table))
  for (const { table, columns } of ordered.filter(({ table }) => !plantedByName.includes(table))) await plant(planting, table, columns)
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
