import { lockDraftToFile, recordedOf, signLocked } from '../../filing/index.ts'
import { notify } from '../../notifications/index.ts'
import { operation } from '../../platform/operation.ts'
import { listAnswers } from '../copy/copy-store.ts'
import { holdStanding } from './hold-standing.ts'
import { recordPrice } from '../submission/press-store.ts'
import { isClient } from './own-prepared.ts'

export interface FormSigning {
  readonly preparation: string
  readonly shown: string
  readonly fullLegalName: string
  readonly documentSha256: string
  readonly declarationSha256: string
  readonly language: string
}

/**
 * **Accept and sign** the form, by the client, on their copy: over the very document that the representative signed, once the
 * notice of appearance is accepted. It submits nothing, also where nothing is to be paid.
 */
export const signPreparedForm = operation({
  name: 'preparation.sign-form',
  allow: (actor, _input: FormSigning) => isClient(actor),
  refusals: ['not-standing', 'appearance-first', 'changed-since-shown', 'changed-since-prepared', 'not-ready', 'helpers-not-signed', 'name-does-not-fit', 'no-recent-proof'],
  async run(context, { preparation, shown, ...signing }) {
    const { tx, actor, refuse, audit } = context
    audit({ subject: preparation, account: actor.id as string, detail: { package: shown.slice(0, 40) } })
    const standing = await holdStanding(context, { preparation, shown })
    if (!standing?.row.copy || !standing.row.copied_at) return refuse('not-standing')
    const { row, its } = standing
    const isAccepted = (await listAnswers(tx, row.id)).some(({ of, side, accepted }) => of === 'appearance' && side === 'client' && accepted)
    if (!isAccepted) return refuse('appearance-first')
    const draft = await lockDraftToFile(context, standing.row.copy)
    if (draft?.prepared !== 'copy' || draft.submission) return refuse('not-standing')
    const given = await signLocked(context, draft, { ...signing, draft: draft.id })
    if ('refused' in given) return refuse(given.refused)
    // A day that passed can change what counts: then the representative has to lay it anew.
    if (given.signature.document_sha256 !== row.form_sha256) return refuse('changed-since-prepared')
    await recordPrice(tx, row.id, given.price.sumCents)
    audit({ subject: preparation, account: its.client_account, detail: { package: row.id, draft: draft.id, ...recordedOf(given) } })
    await notify(context, { accounts: [its.representative], topic: 'case-news', mail: { kind: 'preparation.answered', values: { preparation } } })
    return { preparation }
  },
})
