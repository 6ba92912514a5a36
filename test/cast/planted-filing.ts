import { randomInt } from 'node:crypto'
import { sealDescription } from '../../src/evidence/description/sealed-description.ts'
import { sealUploadName } from '../../src/evidence/resumable/resumable-upload.ts'
import { sealName } from '../../src/evidence/stored-file.ts'
import { sealAnswers } from '../../src/filing/draft/sealed-draft.ts'
import { sealHelperName } from '../../src/filing/signature/helpers.ts'
import { sealSigned } from '../../src/filing/signature/signature.ts'
import { newId } from '../../src/platform/ids.ts'
import type { Planting } from './planted-rows.ts'

const sha = 'a'.repeat(64)

/** What a person prepares, signs, pays and sends. */
export const plantedFiling: Record<string, (planting: Planting, id: string) => Record<string, unknown>> = {
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
    id: draft, prepared_by: null, form: 'i-90', edition: '2025-01-20', language: 'en', expires_at: '2099-01-01T00:00:00Z', worked_on_at: now,
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
}
