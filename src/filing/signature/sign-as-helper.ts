import { newId } from '../../platform/ids.ts'
import { textOf } from '../../platform/i18n/text.ts'
import { operation } from '../../platform/operation.ts'
import { nameFits } from '../../profile/index.ts'
import { formWords } from '../catalogue/forms.ts'
import { replayOf } from '../draft/draft.ts'
import { lockDraftToFile } from '../draft/lock-draft.ts'
import { mayFile } from '../draft/start-draft.ts'
import { declarationColumns, declarationFor, declarationSha256 } from './declaration.ts'
import { evidenceOf, isReadyToSign } from './draft-evidence.ts'
import { insertHelperSignature } from './helper-signature-store.ts'
import { helperMark, helperName, helpersNamed, helperStatement, sealHelperName } from './helpers.ts'
import type { Signing } from './sign-draft.ts'
import { sha256Of, signedDocument } from './signed-document.ts'

export type HelperSigning = Signing & {
  /** Its id in the form. */
  readonly helper: string
  /** Ticked: it is the helper themselves who signs. */
  readonly isThemselves: boolean
}

/**
 * Signs a draft as its interpreter or preparer, in the session of the person who files, before they sign. It covers the
 * document it was given over and no other; of parallel presses one adds it.
 */
export const signAsHelper = operation({
  name: 'filing.sign-as-helper',
  allow: (actor, _input: HelperSigning) => mayFile(actor),
  refusals: ['draft-not-open', 'not-ready', 'not-named', 'changed-since-shown', 'not-themselves', 'name-does-not-fit'],
  async run(context, signing) {
    const { tx, actor, now, services, refuse, audit } = context
    const draft = await lockDraftToFile(context, signing.draft)
    if (!draft || draft.submission) return refuse('draft-not-open')
    const replay = replayOf(services.agency, draft, now)
    const helper = helpersNamed(replay).find(({ id }) => id === signing.helper)
    if (!helper) return refuse('not-named')
    const evidence = await evidenceOf(context, draft, replay)
    if (!isReadyToSign(replay, evidence)) return refuse('not-ready')
    const documentSha256 = sha256Of(signedDocument(replay, evidence.files))
    if (documentSha256 !== signing.documentSha256) return refuse('changed-since-shown')
    const words = formWords(services.agency, textOf(signing.language, services.agency.timeZone), draft.form, draft.edition)
    const declaration = declarationFor(services, words, draft, (each) => helperStatement(each, helper))
    if (declarationSha256(declaration) !== signing.declarationSha256) return refuse('changed-since-shown')
    if (!signing.isThemselves) return refuse('not-themselves')
    if (!nameFits(signing.fullLegalName, helperName(replay, helper))) return refuse('name-does-not-fit')
    const owned = { id: newId(), account: draft.account }
    const added = await insertHelperSignature(tx, {
      ...owned,
      draft: draft.id,
      helper: helper.id,
      capacity: helper.capacity,
      ...declarationColumns(declaration),
      name_sealed: sealHelperName(services.keys, owned, signing.fullLegalName),
      name_mark: helperMark(services.keys, signing.fullLegalName),
      document_sha256: documentSha256,
      session: actor.sessionId as string,
      signed_at: now,
    })
    // Who pressed is the filer's session: that, in what capacity, and over which words, is recorded; no name.
    const over = { document: documentSha256, declared: signing.declarationSha256 }
    const detail = { capacity: helper.capacity, ...over, inSessionOf: 'filer', added }
    audit({ subject: draft.id, account: actor.id as string, detail })
    return undefined
  },
})
