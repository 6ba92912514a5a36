import { randomInt } from 'node:crypto'
import { sealAbout } from '../../src/correspondence/additional/additional.ts'
import { sealInquiry } from '../../src/correspondence/inquiries/inquiry.ts'
import { sealWithdrawal } from '../../src/correspondence/withdrawal/withdrawal.ts'
import { sealParts } from '../../src/correspondence/notices/notice.ts'
import type { Planting } from './planted-rows.ts'

/** What they sent and asked about their case. */
export const plantedWriting: Record<string, (planting: Planting, id: string) => Record<string, unknown>> = {
  'correspondence.additional_evidence': ({ ground, caseId, thread }, id) => ({
    case: caseId, receipt_number: 'IOE0000000001', side: 'person', tray: thread, sealed: sealAbout(ground.services.keys, caseId, id, 'planted'),
  }),
  'correspondence.inquiry': ({ ground, caseId }, id) => ({
    case: caseId, receipt_number: 'IOE0000000001', side: 'person', reason: 'typo', sealed: sealInquiry(ground.services.keys, caseId, id, 'planted'), expected_on: '2099-01-01',
  }),
  'correspondence.withdrawal': ({ ground, caseId }, id) => ({
    case: caseId, receipt_number: 'IOE0000000001', language: 'en', sealed: sealWithdrawal(ground.services.keys, caseId, id, { name: 'A Name', statement: 'Planted' }),
  }),
  'correspondence.identity_check': ({ check, caseId, account, thread, now }) => ({
    id: check, case: caseId, receipt_number: 'IOE0000000001', reason: 'names-differ', due_at: now, account, tray: thread, sent_at: now,
  }),
  'correspondence.identity_attempt': ({ check, caseId, account, session }) => ({ check, case: caseId, account, session, state_hash: `test:${check}`, provider: 'Harbour ID' }),
  'evidence.tray': ({ caseId }) => ({ case: caseId, purpose: 'additional', documents: '{additional}', files_most: 10, page: '/cases/IOE0000000001/evidence' }),
}

/** A conversation about their case, and a tray of files that were sent about it. */
export const plantThread = async ({ ground: { owner, rows }, account, thread, caseId, now }: Planting) => {
  const [its] = await rows<{ receipt_number: string }>('select receipt_number from cases."case" where id = $1', [caseId])
  const at = { opened_at: now, last_at: now }
  await owner
    .insertInto('correspondence.thread')
    .values({ ...at, id: thread, case: caseId, receipt_number: String(its?.receipt_number), topic: 'status', opened_by: 'person', messages: 1, state: 'answered' } as never)
    .execute()
  await owner
    .insertInto('evidence.tray')
    .values({ id: thread, case: caseId, account, purpose: 'message', documents: ['message'], files_most: 5, page: '/cases/IOE0000000001/messages', opened_at: now, submitted_at: now } as never)
    .execute()
}

/** A notice about their case. */
export const plantNotice = async ({ ground: { owner, rows, services }, notice, caseId, now }: Planting) => {
  const [its] = await rows<{ receipt_number: string }>('select receipt_number from cases."case" where id = $1', [caseId])
  const parts = [{ language: 'en', direction: 'ltr', title: 'A planted notice', form: 'Form I-90', office: null, blocks: [{ paragraph: 'Planted' }] }] as const
  const code = String(randomInt(10 ** 12)).padStart(17, '0')
  const sealed = sealParts(services.keys, caseId, notice, parts)
  await owner
    .insertInto('correspondence.notice')
    .values({
      ...{ id: notice, case: caseId, receipt_number: String(its?.receipt_number), kind: 'receipt', source: notice, issued_at: now, issued_on: now.slice(0, 10) },
      ...{ code, text_sha256: 'a'.repeat(64), signature: `test:${'A'.repeat(86)}`, sealed, told_at: now },
    } as never)
    .execute()
}
