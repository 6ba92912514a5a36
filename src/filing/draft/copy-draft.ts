import { newId } from '../../platform/ids.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { isEntries } from '../definition/answer.ts'
import type { Answers, Day } from '../definition/definition.ts'
import type { Replay } from '../journey/replay.ts'
import { type Draft, replayOf } from './draft.ts'
import { insertDraft } from './draft-store.ts'
import { sealAnswers } from './sealed-draft.ts'

/** What was put and is asked, left empty or not: an answer that is no longer asked, and an entry that was taken out, stay behind. */
function askedAnswers({ answers }: Draft, { pages }: Replay): Answers {
  const asked = new Set(pages.flatMap((page) => page.asked.map(({ id }) => id)))
  const kept = Object.entries(answers).filter(([id]) => asked.has(id))
  return Object.fromEntries(kept.map(([id, answer]) => [id, isEntries(answer) ? answer.filter(({ removed }) => !removed) : answer]))
}

const copyDays = 60

export interface CopyToMake {
  readonly source: Draft
  /** Whose the copy is. */
  readonly account: string
  readonly language: string
  /** The same key gives the same copy. */
  readonly startKey: string
  /** The day by which the source was judged when it was signed. */
  readonly judgedOn: Day
}

/**
 * Makes a copy of what a representative prepared under the account of their client: the answers that count, sealed anew, and
 * nothing else that the representative typed. Nobody fills it in; its files are the evidence room's to copy.
 */
export async function copyDraft(
  { tx, now, services }: Pick<OperationContext, 'tx' | 'now' | 'services'>,
  { source, account, language, startKey, judgedOn }: CopyToMake,
): Promise<string> {
  const { agency, keys } = services
  const draft = { id: newId(), account }
  const day = Temporal.PlainDate.from(judgedOn).toZonedDateTime({ timeZone: agency.timeZone, plainTime: '12:00' }).toInstant()
  const { id } = await insertDraft(tx, {
    ...draft,
    start_key: startKey,
    form: source.form,
    edition: Temporal.PlainDate.from(source.edition),
    language,
    answers_sealed: sealAnswers(keys, draft, askedAnswers(source, replayOf(agency, source, day))),
    prepared: 'copy',
    prepared_by: source.account,
    frozen_at: now,
    started_at: now,
    worked_on_at: now,
    // As long as the drafts that it was made of are kept.
    expires_at: now.add({ hours: 24 * copyDays }),
  })
  return id
}
