import { newId } from '../../platform/ids.ts'
import { operation } from '../../platform/operation.ts'
import { newestEdition } from '../catalogue/forms.ts'
import { replayOf } from '../draft/draft.ts'
import { recordKept } from '../draft/draft-store.ts'
import { lockDraftToFile, readDraft } from '../draft/lock-draft.ts'
import { beginDraft, mayFile } from '../draft/start-draft.ts'
import { waivableCodes, waivedFor, waiverState } from './waiver.ts'
import { beginWaiver, findWaiverOfDraft } from './waiver-store.ts'

/** How often over the days of a draft its person may take to fill in the request about it. */
const askingTakesMost = 3

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
  refusals: ['draft-not-open', 'nothing-to-waive', 'answers-missing', 'already-asked'],
  async run(context, { draft: id, language }) {
    const { tx, now, services, refuse, audit } = context
    const { agency } = services
    const draft = await lockDraftToFile(context, id)
    if (!draft || draft.submission) return refuse('draft-not-open')
    const rules = agency.feeWaiver
    const edition = rules && newestEdition(agency, rules.form)
    const replayed = replayOf(agency, draft, now)
    const codes = waivableCodes(agency, replayed, await waivedFor(context, draft, replayed))
    audit({ subject: id, account: draft.account })
    if (!rules || !edition || codes.length === 0) return refuse('nothing-to-waive')
    // What is asked about has to stand: whose form it is, and the answers its fee hangs on.
    if (!replayed.complete) return refuse('answers-missing')
    const last = await findWaiverOfDraft(tx, id)
    const state = last && waiverState(last)
    if (state === 'asked') return refuse('already-asked')
    const begun = last && state === 'begun' ? await readDraft(context, last.request) : undefined
    if (begun) return { request: begun.id }
    const named = { [rules.question]: { answer: [draft.form], from: 'draft' as const, form: draft.form } }
    const { id: request } = await beginDraft(context, { form: rules.form, edition, language, startKey: newId(), offered: named })
    await beginWaiver(tx, { id: newId(), account: draft.account, draft: id, request, codes: [...codes], begun_at: now })
    // The form waits at least as long as its person may take to ask.
    await recordKept(tx, id, now.add({ hours: 24 * agency.drafts.days * askingTakesMost }))
    audit({ detail: { request, codes: codes.join(' ') } })
    return { request }
  },
})
