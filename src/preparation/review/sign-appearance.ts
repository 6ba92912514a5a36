import { declarationSha256, recentProofOf } from '../../filing/index.ts'
import { notify } from '../../notifications/index.ts'
import { textOf } from '../../platform/i18n/text.ts'
import { operation } from '../../platform/operation.ts'
import { nameFits } from '../../profile/index.ts'
import { listAnswers } from '../copy/copy-store.ts'
import { signedAnswer } from '../package/signed-answer.ts'
import { enterAppearance } from '../submission/enter-appearance.ts'
import { consentFor } from './consent.ts'
import { holdStanding } from './hold-standing.ts'
import { isClient } from './own-prepared.ts'
import { clientNamed, packageTexts } from './package-texts.ts'
import { insertAnswer } from './review-store.ts'

export interface AppearanceSigning {
  readonly preparation: string
  /** The package that the page showed, and the hashes of its notice and of what was declared. */
  readonly shown: string
  readonly fullLegalName: string
  readonly documentSha256: string
  readonly declarationSha256: string
  readonly language: string
}

/**
 * **Accept and sign** the notice of appearance, by the client, in their own session. A notice for a case that was filed already is
 * entered with it. Pressed again, it is signed already.
 */
export const signAppearance = operation({
  name: 'preparation.sign-appearance',
  allow: (actor, _input: AppearanceSigning) => isClient(actor),
  refusals: ['not-standing', 'changed-since-shown', 'name-does-not-fit', 'no-recent-proof', 'no-such-case'],
  async run(context, signing) {
    const { tx, actor, services, refuse, audit } = context
    const { preparation, shown, fullLegalName } = signing
    audit({ subject: preparation, account: actor.id as string, detail: { package: shown.slice(0, 40) } })
    const standing = await holdStanding(context, { preparation, shown })
    if (!standing) return refuse('not-standing')
    const { its, row } = standing
    const given = (await listAnswers(tx, row.id)).find(({ of, side }) => of === 'appearance' && side === 'client')
    if (given) return given.accepted ? { preparation } : refuse('not-standing')
    const { appearance } = packageTexts(services, row, its.representative)
    const declaration = consentFor(services, textOf(signing.language, services.agency.timeZone), appearance)
    if (row.appearance_sha256 !== signing.documentSha256 || declarationSha256(declaration) !== signing.declarationSha256) return refuse('changed-since-shown')
    if (!nameFits(fullLegalName, clientNamed(appearance))) return refuse('name-does-not-fit')
    const proof = await recentProofOf(context)
    if (!proof) return refuse('no-recent-proof')
    const by = { package: row.id, of: 'appearance', side: 'client', account: its.client_account, name: fullLegalName, proof } as const
    await insertAnswer(tx, signedAnswer(context, by, { sha256: row.appearance_sha256, declaration }))
    audit({ subject: preparation, account: its.client_account, detail: { package: row.id, document: row.appearance_sha256, declared: signing.declarationSha256 } })
    if (row.form_sha256 === null && !(await enterAppearance(context, its.id))) return refuse('no-such-case')
    await notify(context, { accounts: [its.representative], topic: 'case-news', mail: { kind: 'preparation.answered', values: { preparation } } })
    return { preparation }
  },
})
