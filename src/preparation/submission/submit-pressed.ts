import { costOf, lockDraftToFile, submitLocked } from '../../filing/index.ts'
import type { Job } from '../../platform/jobs/job.ts'
import { operation } from '../../platform/operation.ts'
import { holdLaid } from '../copy/begin-copy.ts'
import { recordPressDone } from './press-store.ts'

/**
 * Carries out the last press on a package: begins the payment at the price that was shown, or receives the filing where there is
 * none. Of both sides' presses, and run however often, it is one submission. One that is void or ended by now is left.
 */
const submitPressed = operation({
  name: 'preparation.submit-pressed',
  allow: ({ kind }, _input: { package: string }) => kind === 'system',
  refusals: [],
  async run(context, { package: id }) {
    const { tx, now, audit } = context
    audit({ subject: id })
    const laid = await holdLaid(context, id)
    if (!laid?.row.copy || laid.row.pressed_at === null || laid.row.press_done_at !== null || laid.its.filed_at) return null
    const { row } = laid
    const [shownCents, language] = [Number(row.pressed_cents), String(row.pressed_language)]
    const draft = await lockDraftToFile(context, String(row.copy))
    const begun = draft?.prepared === 'copy' ? await submitLocked(context, draft, { shownCents, language }) : { refused: 'draft-not-open' as const }
    const refused = 'refused' in begun ? begun.refused : null
    const costsCents = draft && refused === 'fees-changed' ? await costOf(context, draft, language) : undefined
    await recordPressDone(tx, id, { at: now, refused, costsCents })
    audit({ subject: laid.its.id, account: laid.its.client_account, detail: { package: id, shownCents, by: row.pressed_by, refused } })
    return null
  },
})

export const submitPressedJob: Job = {
  task: 'preparation.submit-pressed',
  async run({ perform }, payload) {
    await perform(submitPressed, { package: String(payload.package) })
  },
}
