import { sendDocument } from '../../cases/index.ts'
import { fileContentType } from '../../evidence/index.ts'
import { openText, sealText } from '../../platform/crypto/field.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import type { OperationContext } from '../../platform/operation.ts'
import type { FileKind } from '../../platform/preview/index.ts'
import { insertAttached } from './attached-file-store.ts'

/** A file that the agency sent with a message: a document of the case, with the name it was sent under. */
export interface AttachedFile {
  readonly id: string
  readonly document: string
  readonly name: string
  readonly type: FileKind
  readonly sizeBytes: number
  readonly pages: number | null
  /** Of its bytes, in hexadecimal: by it an archive tells which document of the case it is. */
  readonly sha256: string
}

/** A file that was found clean, as it is handed over to be sent; its bytes lie sealed for `documentPlace(case, storageKey)`. */
export interface FileToSend extends Omit<AttachedFile, 'document'> {
  readonly storageKey: string
}

/** As a row comes out of the list of a message. */
export interface AttachedRow extends Omit<AttachedFile, 'name'> {
  /** In base64. */
  readonly sealed: string
}

const place = (caseId: string, id: string) => ({ person: caseId, table: 'correspondence.message_file', row: id, column: 'name_sealed' })

export const openAttachedName = (keys: Keys, caseId: string, id: string, sealed: Uint8Array): string => openText(keys, place(caseId, id), sealed)

export const sealAttachedName = (keys: Keys, caseId: string, id: string, name: string): Buffer => sealText(keys, place(caseId, id), name)

export const attachedFile = (keys: Keys, caseId: string, { sealed, ...row }: AttachedRow): AttachedFile => ({
  ...row,
  name: openAttachedName(keys, caseId, row.id, Buffer.from(sealed, 'base64')),
})

/** Makes files the documents of the case that they are sent about, in the transaction that sends their message. */
export async function attachFiles(
  context: Pick<OperationContext, 'tx' | 'actor' | 'now' | 'services'>,
  { caseId, thread, message, files }: { caseId: string; thread: string; message: string; files: readonly FileToSend[] },
): Promise<void> {
  for (const [at, { id, name, type, storageKey, sha256, sizeBytes, pages }] of files.entries()) {
    const paper = { caseId, source: id, titleKey: 'messages.paper', storageKey, contentType: fileContentType({ type }), sha256, sizeBytes, pages } as const
    const document = await sendDocument(context, paper)
    const named = { name_sealed: sealAttachedName(context.services.keys, caseId, id, name) }
    await insertAttached(context.tx, { id, thread, message, ordinal: at + 1, document, type, sha256, size_bytes: sizeBytes, pages, ...named })
  }
}
