import { openText, sealText } from '../../platform/crypto/field.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import type { Services } from '../../platform/services.ts'
import { definitionOfDraft, type Draft } from '../draft/draft.ts'
import { type Replay, replay } from '../journey/replay.ts'
import type { SignatureRow } from './signature-store.ts'
import { sha256Of, type ShownDocument, type SignedFile, signedDocument } from './signed-document.ts'

type Sealed = 'name_sealed' | 'document_sealed' | 'shown_sealed'
type Owned = { readonly id: string; readonly account: string }

const place = ({ id, account }: Owned, column: Sealed) => ({
  person: account,
  table: 'filing.signature',
  row: id,
  column,
})

export const sealSigned = (keys: Keys, signature: Owned, column: Sealed, text: string): Buffer =>
  sealText(keys, place(signature, column), text)

/** The name alone that was signed with. */
export const openSignedName = (keys: Keys, signature: Owned & { readonly name_sealed: Buffer }): string =>
  openText(keys, place(signature, 'name_sealed'), signature.name_sealed)

/** What a signature keeps sealed. @throws {SealBroken} when it was changed or moved */
export const openSigned = (keys: Keys, signature: SignatureRow) => ({
  name: openText(keys, place(signature, 'name_sealed'), signature.name_sealed),
  document: openText(keys, place(signature, 'document_sealed'), signature.document_sealed),
  shown: JSON.parse(openText(keys, place(signature, 'shown_sealed'), signature.shown_sealed)) as ShownDocument,
})

/** The draft replayed on the day of its signature, so that midnight alone voids none. */
export const replayAsSigned = (
  { agency }: Pick<Services, 'agency'>,
  { judged_on }: SignatureRow,
  draft: Draft,
): Replay => replay(definitionOfDraft(agency, draft), draft.answers, judged_on.toString())

/** Whether what would be submitted is, byte for byte, what was signed. */
export const covers = (signature: SignatureRow, asSigned: Replay, files: readonly SignedFile[]): boolean =>
  sha256Of(signedDocument(asSigned, files)) === signature.document_sha256
