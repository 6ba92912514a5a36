import type { SessionProof } from '../../accounts/index.ts'
import { declarationSha256, recentProofOf } from '../../filing/index.ts'
import { accountsOf } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { operation, type OperationContext } from '../../platform/operation.ts'
import { nameFits } from '../../profile/index.ts'
import { mayAct } from '../../representation/index.ts'
import { lockOwnPreparation } from '../lock-own.ts'
import type { PreparationRow } from '../preparation-store.ts'
import { mayPrepare } from '../work/may-prepare.ts'
import { findStandingPackage, insertAnswers, insertPackage, nextOrdinal } from './package-store.ts'
import { sealPackaged } from './sealed.ts'
import { signedAnswer } from './signed-answer.ts'
import { type DocumentToSign, type PackageToSign, packageToSign } from './to-sign.ts'

/** What one of the two documents is signed with: the name that was typed, and the hashes that the page showed. */
export interface SignedWith {
  readonly fullLegalName: string
  readonly documentSha256: string
  readonly declarationSha256: string
}

export interface PackageSigning {
  readonly preparation: string
  /** Null: a notice of appearance alone. */
  readonly form: SignedWith | null
  readonly appearance: SignedWith
  /** The language of the page that was signed. */
  readonly language: string
}

const isAsShown = (document: DocumentToSign, signed: SignedWith) =>
  document.sha256 === signed.documentSha256 && declarationSha256(document.declaration) === signed.declarationSha256

async function lay(context: OperationContext, row: PreparationRow, { form, appearance }: PackageToSign, signing: PackageSigning, proof: SessionProof): Promise<string> {
  const { tx, now, services: { keys } } = context
  const id = newId()
  const { representative } = row
  const seal = (column: 'form_sealed' | 'appearance_sealed', { document }: DocumentToSign) => sealPackaged(keys, { id, representative }, column, document)
  await insertPackage(tx, {
    ...{ id, preparation: row.id, ordinal: await nextOrdinal(tx, row.id), laid_at: now },
    judged_on: Temporal.PlainDate.from(appearance.replay.today),
    form_sealed: form && seal('form_sealed', form),
    form_sha256: form?.sha256 ?? null,
    appearance_sealed: seal('appearance_sealed', appearance),
    appearance_sha256: appearance.sha256,
  })
  const by = { package: id, side: 'representative', account: representative, proof } as const
  await insertAnswers(tx, [
    signedAnswer(context, { ...by, of: 'appearance', name: signing.appearance.fullLegalName }, appearance),
    ...(form && signing.form ? [signedAnswer(context, { ...by, of: 'form', name: signing.form.fullLegalName }, form)] : []),
  ])
  return id
}

/**
 * Signs what was prepared: the notice of appearance, and the form as who prepared it, each by its name, under penalty of perjury, over
 * the hashes that the page showed. What comes of it stands before the client; the drafts are frozen with it. Pressed again while it
 * stands, it is signed already.
 */
export const signPackage = operation({
  name: 'preparation.sign',
  allow: (actor, _input: PackageSigning) => mayPrepare(actor),
  refusals: ['no-such-preparation', 'not-open', 'practice-lacking', 'not-ready', 'preparer-missing', 'changed-since-shown', 'form-name-does-not-fit', 'appearance-name-does-not-fit', 'no-recent-proof'],
  async run(context, signing) {
    const { tx, actor, refuse, audit } = context
    const row = await lockOwnPreparation(context, signing.preparation)
    if (!row) return refuse('no-such-preparation')
    audit({ subject: row.id, account: row.representative })
    if (row.ended_at || row.filed_at) return refuse('not-open')
    const standing = await findStandingPackage(tx, row.id)
    if (standing) return isSame(standing, signing) ? { isLinked: row.linked_at !== null } : refuse('not-open')
    if (!(await mayAct(context, accountsOf(actor)))) return refuse('practice-lacking')
    const toSign = await packageToSign(context, row, { language: signing.language, locks: true })
    if (typeof toSign === 'string') return refuse(toSign)
    const { form, appearance } = toSign
    if ((form === null) !== (signing.form === null)) return refuse('changed-since-shown')
    if (!isAsShown(appearance, signing.appearance) || (form && signing.form && !isAsShown(form, signing.form))) return refuse('changed-since-shown')
    if (form && signing.form && !nameFits(signing.form.fullLegalName, form.signer)) return refuse('form-name-does-not-fit')
    if (!nameFits(signing.appearance.fullLegalName, appearance.signer)) return refuse('appearance-name-does-not-fit')
    const proof = await recentProofOf(context)
    if (!proof) return refuse('no-recent-proof')
    const id = await lay(context, row, toSign, signing, proof)
    const over = { form: form?.sha256 ?? null, appearance: appearance.sha256 }
    audit({ detail: { package: id, ...over, declaredForm: signing.form?.declarationSha256 ?? null, declaredAppearance: signing.appearance.declarationSha256 } })
    return { isLinked: row.linked_at !== null }
  },
})

/** Whether a package that stands is what this press signed: the same press again. */
const isSame = (standing: { form_sha256: string | null; appearance_sha256: string }, { form, appearance }: PackageSigning): boolean =>
  standing.appearance_sha256 === appearance.documentSha256 && standing.form_sha256 === (form?.documentSha256 ?? null)
