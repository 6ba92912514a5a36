import { newId } from '../../platform/ids.ts'
import { operation } from '../../platform/operation.ts'
import { newestEdition } from '../catalogue/forms.ts'
import { replayOf } from '../draft/draft.ts'
import { lockDraft, readDraft } from '../draft/lock-draft.ts'
import { beginDraft, mayFile } from '../draft/start-draft.ts'
import { waivableCodes, waivedFor, waiverState } from './waiver.ts'
import { beginWaiver, findWaiverOfDraft } from './waiver-store.ts'

export type WaiverToRequest = {
  /** The draft whose fee the person cannot pay. */
  readonly draft: string
  readonly language: string
}

/**
 * Begins the form that asks not to pay the fee of a draft, tied to it and naming its form. One that was begun and is not
 * sent is gone on with; while one is with the office no other is begun.
 */
export const requestWaiver = operation({
  name: 'filing.request-fee-waiver',
  allow: (actor, _input: WaiverToRequest) => mayFile(actor),
  limits: [{ name: 'filing.request-fee-waiver', most: 10, withinSeconds: 86_400, of: ({ actor }) => actor.id }],
  refusals: ['draft-not-open', 'nothing-to-waive', 'already-asked'],
  async run(context, { draft: id, language }) {
    const { tx, now, services, refuse, audit } = context
    const { agency } = services
    const draft = await lockDraft(context, id)
    if (!draft || draft.submission) return refuse('draft-not-open')
    const rules = agency.feeWaiver
    const edition = rules && newestEdition(agency, rules.form)
    const codes = waivableCodes(agency, replayOf(agency, draft, now), await waivedFor(tx, agency, draft))
    if (!rules || !edition || codes.length === 0) return refuse('nothing-to-waive')
    const last = await findWaiverOfDraft(tx, id)
    const state = last && waiverState(last)
    if (state === 'asked') return refuse('already-asked')
    const begun = last && state === 'begun' ? await readDraft(context, last.request) : undefined
    if (begun) return { request: begun.id }
    const named = { [rules.question]: { answer: [draft.form], from: 'draft' as const, form: draft.form } }
    const { id: request } = await beginDraft(context, { form: rules.form, edition, language, startKey: newId(), offered: named })
    await beginWaiver(tx, { id: newId(), account: draft.account, draft: id, request, codes: [...codes], begun_at: now })
    audit({ subject: id, account: draft.account, detail: { request, codes: codes.length } })
    return { request }
  },
})
