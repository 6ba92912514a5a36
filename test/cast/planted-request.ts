import { sealedAnswer, sealedRequest, sealedAsk } from '../../src/correspondence/evidence-requests/request.ts'
import { sealTyping } from '../../src/correspondence/evidence-requests/typed-answer.ts'
import { newId } from '../../src/platform/ids.ts'
import type { DataGround } from './data-ground.ts'

interface Planted {
  readonly ground: Pick<DataGround, 'rows' | 'owner'> & { readonly services: Pick<DataGround['services'], 'keys'> }
  readonly account: string
  readonly caseId: string
  readonly now: string
}

/** A request for evidence about a person's case, which they have answered. */
export async function plantRequest({ ground, account, caseId, now }: Planted): Promise<void> {
  const { keys } = ground.services
  const [its] = await ground.rows<{ receipt_number: string }>('select receipt_number from cases."case" where id = $1', [caseId])
  const [request, ask] = [newId(), newId()]
  const said = { id: request, case: caseId, receipt_number: String(its?.receipt_number), form: 'i-90', kind: 'additional', asks: 1, sealed: sealedRequest.seal(keys, caseId, request, { opening: 'A planted request', grounds: '' }) }
  const when = { sent_at: now, sent_by: newId(), days: 84, mailed: false, due_at: now, state: 'answered', ended_at: now, copy_key: newId() }
  const how = { way: 'online', answered_by: account, answered_side: 'person', answer_press: newId(), partial: false, late: false }
  await ground.owner.insertInto('correspondence.evidence_request').values({ ...said, ...when, ...how } as never).execute()
  const asked = { id: ask, request, ordinal: 1, code: 'card-lost', files: false, sealed: sealedAsk.seal(keys, caseId, ask, { title: '', words: 'A planted ask' }) }
  await ground.owner.insertInto('correspondence.request_ask').values(asked).execute()
  const answer = { ask, version: 1, lacks: false, account, side: 'person', saved_at: now, sealed: sealedAnswer.seal(keys, caseId, ask, { text: 'A planted answer' }) }
  await ground.owner.insertInto('correspondence.request_answer').values(answer as never).execute()
  const typed = sealTyping(keys, { ask, account }, { text: 'A planted word', lacks: false, keptBy: {} })
  await ground.owner.insertInto('correspondence.request_typed').values({ ask, account, kept_at: now, sealed: typed } as never).execute()
  await ground.owner.insertInto('correspondence.request_event').values({ id: newId(), request, what: 'answered', at: now } as never).execute()
}
