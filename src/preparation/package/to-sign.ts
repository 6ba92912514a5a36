import { declarationFor, type Declaration, type Draft, evidenceOf, type FormWords, formWords, fullNameOf, helperName, helperStatement, isReadyToSign, lockDraft, nameInForm, readDraft, replayOf, type Replay, sha256Of, type ShownDocument, shownDocument, signedDocument, statementOf } from '../../filing/index.ts'
import { textOf } from '../../platform/i18n/text.ts'
import type { OperationContext } from '../../platform/operation.ts'
import type { WrittenName } from '../../profile/index.ts'
import type { PreparationRow } from '../preparation-store.ts'
import { preparedStatement } from './prepared-statement.ts'

/** One of the two documents as the representative signs it. */
export interface DocumentToSign {
  readonly draft: Draft
  readonly replay: Replay
  readonly words: FormWords
  /** The text that the signature covers. */
  readonly document: string
  readonly sha256: string
  readonly declaration: Declaration
  readonly shown: ShownDocument
  /** Who signs it, as its answers name them. */
  readonly signer: WrittenName
}

export interface PackageToSign {
  /** Null: a notice of appearance alone. */
  readonly form: DocumentToSign | null
  readonly appearance: DocumentToSign
}

/** Why nothing can be signed: one of the drafts is gone, lacks something, or names nobody who prepared it though it asks. */
export type NotToSign = 'not-ready' | 'preparer-missing'

type Running = Pick<OperationContext, 'tx' | 'services' | 'now'>
type Said = (document: Pick<DocumentToSign, 'replay' | 'words'>) => { say: Parameters<typeof declarationFor>[3]; signer: WrittenName }

async function documentOf({ services, ...context }: Running, draft: Draft | undefined, language: string, said: Said): Promise<DocumentToSign | null> {
  if (!draft) return null
  const replay = replayOf(services.agency, draft, context.now)
  const evidence = await evidenceOf({ ...context, services }, draft, replay)
  if (!isReadyToSign(replay, evidence)) return null
  const words = formWords(services.agency, textOf(language, services.agency.timeZone), draft.form, draft.edition)
  const { say, signer } = said({ replay, words })
  const declaration = declarationFor(services, words, draft, say)
  const document = signedDocument(replay, evidence.files)
  const shown = shownDocument(services.agency, words, replay, { files: evidence.files, declaration })
  return { draft, replay, words, document, sha256: sha256Of(document), declaration, shown, signer }
}

const preparerOf = ({ definition }: Replay) => (definition.helpers ?? []).find(({ capacity }) => capacity === 'preparer')

/** Under the notice stands what the notice says; under a form what its preparer certifies, or where it has none, that it was prepared so. */
const underNotice: Said = ({ replay }) => ({ say: statementOf, signer: nameInForm(replay) })
const underForm =
  (representative: WrittenName): Said =>
  ({ replay }) => {
    const helper = preparerOf(replay)
    return helper ? { say: (each) => helperStatement(each, helper), signer: helperName(replay, helper) } : { say: preparedStatement, signer: representative }
  }

/** Both documents, in the words of a language, read or (`locks`) held until the transaction ends. */
export async function packageToSign(context: Running, row: PreparationRow, { language, locks }: { language: string; locks: boolean }): Promise<PackageToSign | NotToSign> {
  const take = (id: string) => (locks ? lockDraft(context, id) : readDraft(context, id))
  const appearance = await documentOf(context, await take(row.appearance), language, underNotice)
  if (!appearance) return 'not-ready'
  if (row.form === null) return { form: null, appearance }
  const form = row.draft === null ? null : await documentOf(context, await take(row.draft), language, underForm(appearance.signer))
  if (!form) return 'not-ready'
  return fullNameOf(form.signer) === '' ? 'preparer-missing' : { form, appearance }
}
