import { type LetterOfCase, listLetterStates } from '../../cases/index.ts'
import { sealText } from '../../platform/crypto/field.ts'
import { isId } from '../../platform/ids.ts'
import type { OperationContext } from '../../platform/operation.ts'
import type { Copy, EndedAs } from './notice.ts'
import { findNotice, listNotices, listOpenings, type NoticeRow } from './notice-store.ts'
import { framesOf, type NoticeFrame } from './notice-frame.ts'
import { noticeOf } from './opened-notice.ts'
import { insertPost, listPosts, type PostCause, type PostRow } from './post/post-store.ts'

/** A letter of a notice: why it goes by mail, and where it stands. `no-address`: nobody said where mail goes. */
export interface PostOfNotice {
  readonly id: string
  readonly copy: Copy
  readonly cause: PostCause
  readonly at: Temporal.Instant
  readonly state: LetterOfCase['state'] | 'no-address'
}

/** A notice as the office sees it in a list: who opened it when, and what went by mail. */
export interface NoticeOfCase {
  readonly id: string
  readonly title: string
  readonly issuedOn: Temporal.PlainDate
  readonly endedAs: EndedAs | null
  readonly openings: readonly { readonly side: Copy; readonly at: Temporal.Instant }[]
  readonly posts: readonly PostOfNotice[]
}

export interface NoticeForOffice extends NoticeOfCase {
  readonly frames: readonly NoticeFrame[]
}

type Reading = Pick<OperationContext, 'tx' | 'services'>

const shownMost = 50

const stateOf = ({ letter, no_address_at }: PostRow, states: ReadonlyMap<string, LetterOfCase['state']>): PostOfNotice['state'] =>
  no_address_at ? 'no-address' : ((letter === null ? undefined : states.get(letter)) ?? 'waits')

async function shown({ tx, services }: Reading, rows: readonly NoticeRow[]): Promise<NoticeOfCase[]> {
  const ids = rows.map(({ id }) => id)
  const openings = await listOpenings(tx, ids)
  const posts = await listPosts(tx, ids)
  const states = await listLetterStates(tx, posts.flatMap(({ letter }) => letter ?? []))
  return rows.map((row) => ({
    id: row.id,
    title: noticeOf(services.keys, row).parts.at(-1)?.title ?? '',
    issuedOn: row.issued_on,
    endedAs: row.ended_as as EndedAs | null,
    openings: openings.filter(({ notice }) => notice === row.id).map(({ side, at }) => ({ side: side as Copy, at })),
    posts: posts
      .filter(({ notice }) => notice === row.id)
      .map((post) => ({ id: post.id, copy: post.copy as Copy, cause: post.cause as PostCause, at: post.asked_at, state: stateOf(post, states) })),
  }))
}

/** The notices of a case, the newest first; the office asks for a reason before it shows them. */
export const noticesForOffice = async (context: Reading, caseId: string): Promise<NoticeOfCase[]> =>
  shown(context, await listNotices(context.tx, { caseId, accounts: [], from: 0, most: shownMost }))

async function rowOf(tx: Reading['tx'], { caseId, notice }: { caseId: string; notice: string }): Promise<NoticeRow | undefined> {
  const row = isId(notice) ? await findNotice(tx, notice) : undefined
  return row?.case === caseId ? row : undefined
}

/** One notice of an opened case with its words; null: the case has none of this id. */
export async function noticeForOffice(context: Reading, place: { caseId: string; notice: string }): Promise<NoticeForOffice | null> {
  const row = await rowOf(context.tx, place)
  const [listed] = row ? await shown(context, [row]) : []
  return row && listed ? { ...listed, frames: framesOf(context.services, noticeOf(context.services.keys, row), null) } : null
}

type Mailing = Pick<OperationContext, 'tx' | 'actor' | 'now' | 'services' | 'enqueue'>

/** Mails a notice to its person once more, with why; `press` is the press of the form: sent twice, it is mailed once. */
export async function mailNoticeAgain(
  { tx, actor, now, services, enqueue }: Mailing,
  { caseId, notice, why, press }: { caseId: string; notice: string; why: string; press: string },
): Promise<'unknown-notice' | 'asked-before' | 'asked'> {
  const row = await rowOf(tx, { caseId, notice })
  if (!row) return 'unknown-notice'
  const sealed = sealText(services.keys, { person: caseId, table: 'correspondence.notice_post', row: press, column: 'why_sealed' }, why)
  const isNew = await insertPost(tx, { id: press, notice, copy: 'person', cause: 'office', asked_at: now, staff: actor.id as string, why_sealed: sealed })
  if (!isNew) return 'asked-before'
  await enqueue('correspondence.post-notice', { post: press })
  return 'asked'
}
