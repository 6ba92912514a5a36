import { lockDraftToFile, recordedOf, signLocked, type SignatureRow } from '../../filing/index.ts'
import { notify } from '../../notifications/index.ts'
import { newId } from '../../platform/ids.ts'
import { operation, type OperationContext } from '../../platform/operation.ts'
import { listAnswers } from '../copy/copy-store.ts'
import { sealAnswered } from '../package/sealed.ts'
import { holdStanding, type Standing } from './hold-standing.ts'
import { recordPrice } from '../submission/press-store.ts'
import { isClient } from './own-prepared.ts'
import { insertAnswer } from './review-store.ts'

export interface FormSigning {
  readonly preparation: string
  readonly shown: string
  readonly fullLegalName: string
  readonly documentSha256: string
  readonly declarationSha256: string
  readonly language: string
}

/** The same signature beside that of the notice: the package says itself who answered what. */
function acceptance({ services }: OperationContext, { its, row }: Standing, given: SignatureRow, name: string) {
  const answer = { id: newId(), account: its.client_account }
  const { language, statement, record_language, record_statement, record_binds, document_sha256, session, factor, proved_at, signed_at } = given
  return {
    ...answer,
    ...{ package: row.id, of: 'form', side: 'client', at: signed_at, accepted: true, document_sha256 },
    ...{ language, statement, record_language, record_statement, record_binds, session, factor, proved_at },
    name_sealed: sealAnswered(services.keys, answer, 'name_sealed', name),
  }
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
    const answers = (await listAnswers(tx, row.id)).filter(({ side, accepted }) => side === 'client' && accepted)
    if (!answers.some(({ of }) => of === 'appearance')) return refuse('appearance-first')
    const draft = await lockDraftToFile(context, standing.row.copy)
    if (draft?.prepared !== 'copy' || draft.submission) return refuse('not-standing')
    const given = await signLocked(context, draft, { ...signing, draft: draft.id })
    if ('refused' in given) return refuse(given.refused)
    // A day that passed can change what counts: then the representative has to lay it anew.
    if (given.signature.document_sha256 !== row.form_sha256) return refuse('changed-since-prepared')
    if (!answers.some(({ of }) => of === 'form')) await insertAnswer(tx, acceptance(context, standing, given.signature, signing.fullLegalName))
    await recordPrice(tx, row.id, given.price.sumCents)
    audit({ subject: preparation, account: its.client_account, detail: { package: row.id, draft: draft.id, ...recordedOf(given) } })
    await notify(context, { accounts: [its.representative], topic: 'case-news', mail: { kind: 'preparation.answered', values: { preparation } } })
    return { preparation }
  },
})
