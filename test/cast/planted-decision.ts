import { sealOfDecision } from '../../src/correspondence/decisions/decision.ts'
import { sealOfAct } from '../../src/correspondence/case-acts/sealed-act.ts'
import { sealOfPaper } from '../../src/correspondence/withdrawal/withdrawal.ts'
import { newId } from '../../src/platform/ids.ts'
import type { DataGround } from './data-ground.ts'

/** What was decided on a case of theirs. */
export async function plantDecision({ owner, rows, services }: Pick<DataGround, 'rows' | 'owner'> & { services: Pick<DataGround['services'], 'keys'> }, { caseId, now }: { caseId: string; now: string }): Promise<void> {
  const id = newId()
  const [its] = await rows<{ receipt_number: string }>('select receipt_number from cases."case" where id = $1', [caseId])
  const sealed = (column: 'words_sealed' | 'note_sealed') => sealOfDecision(services.keys, caseId, id, column, 'A planted decision')
  const by = { proposed_by: newId(), proposed_at: now, reviewed_by: newId(), reviewed_at: now, made_at: now, motion_due_at: now }
  await owner
    .insertInto('correspondence.decision')
    .values({ ...by, id, case: caseId, receipt_number: String(its?.receipt_number), kind: 'denial', from_status: 'received', grounds: ['not-eligible'], words_sealed: sealed('words_sealed'), note_sealed: sealed('note_sealed'), state: 'made' } as never)
    .execute()
  const [day, receipt] = [now.slice(0, 10), String(its?.receipt_number)]
  const act = () => ({ id: newId(), case: caseId, receipt_number: receipt, note_sealed: Buffer.from('planted'), by: newId(), at: now })
  await owner.insertInto('correspondence.transfer').values({ ...act(), to_office: 'field-office-chicago', reason: 'moved' } as never).execute()
  await owner.insertInto('correspondence.hold').values({ ...act(), kind: 'court-case', from_status: 'received', status: 'on-hold-litigation', until_on: day } as never).execute()
  await owner.insertInto('correspondence.motion').values({ ...act(), kind: 'reopen', way: 'paper', came_on: day } as never).execute()
  const paper = newId()
  const name_sealed = sealOfPaper(services.keys, caseId, paper, 'name_sealed', 'A planted name')
  await owner.insertInto('correspondence.paper_withdrawal').values({ id: paper, case: caseId, receipt_number: receipt, received_on: day, name_sealed, by: newId(), at: now } as never).execute()
  const [card, step] = [newId(), newId()]
  const tracking_sealed = sealOfAct(services.keys, caseId, step, { table: 'correspondence.card_step', column: 'tracking_sealed' }, 'A planted number')
  await owner.insertInto('correspondence.card').values({ id: card, case: caseId, receipt_number: receipt, kind: 'resident-card', ordered_at: now } as never).execute()
  await owner.insertInto('correspondence.card_step').values({ id: step, card, step: 'mailed', done_on: day, carrier: 'postal-service', tracking_sealed, by: newId(), at: now } as never).execute()
}
