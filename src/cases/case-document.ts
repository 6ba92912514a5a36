import type { Readable } from 'node:stream'
import type { FilePlace } from '../platform/crypto/sealed-file.ts'
import type { MessageKey } from '../platform/i18n/text.ts'
import type { Services } from '../platform/services.ts'
import { openSealed } from '../platform/storage/index.ts'

/** A paper of a case, as lists show it. */
export interface CaseDocument {
  readonly id: string
  readonly kind: string
  readonly titleKey: MessageKey
  readonly contentType: string
  readonly sizeBytes: number
  readonly pages: number | null
  readonly madeAt: Temporal.Instant
  /** The day the agency received it on paper; null: it was made here. */
  readonly receivedOn: Temporal.PlainDate | null
}

/** A paper and where its sealed file lies. */
export interface StoredDocument extends CaseDocument {
  readonly caseId: string
  readonly storageKey: string
  /** Of the bytes as they were made, in hexadecimal. */
  readonly sha256: string
}

/** What a case's paper is sealed for: the case and the storage key. Whoever makes one seals it with this. */
export const documentPlace = (caseId: string, storageKey: string): FilePlace => ({ owner: caseId, file: storageKey })

/** A paper's bytes, opened while they are read. The stream fails with SealBroken where they were changed: half a paper never passes for one. */
export const openPaper = (services: Services, { caseId, storageKey }: Pick<StoredDocument, 'caseId' | 'storageKey'>): Promise<Readable> =>
  openSealed(services, { storageKey }, (key) => documentPlace(caseId, key))

const extensions: Readonly<Record<string, string>> = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png', 'image/tiff': 'tif' }

/** How the name ends under which a paper is saved. */
export const paperExtension = (contentType: string): string => extensions[contentType] ?? 'bin'

/** The day a paper is of, for whoever looks for it: when it came, or when it was made, in this time zone. */
export const dayOfPaper = ({ receivedOn, madeAt }: Pick<CaseDocument, 'receivedOn' | 'madeAt'>, timeZone: string): Temporal.PlainDate =>
  receivedOn ?? madeAt.toZonedDateTimeISO(timeZone).toPlainDate()
