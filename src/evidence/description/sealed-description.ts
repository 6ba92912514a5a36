import { createHash } from 'node:crypto'
import { openText, sealText } from '../../platform/crypto/field.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import type { FileRow } from '../evidence-store.ts'
import { descriptionOf, type FileDescription, isSaid } from './description.ts'

const place = (account: string, id: string) => ({ person: account, table: 'evidence.file', row: id, column: 'description_sealed' })

/** Null where nothing is said. */
export const sealDescription = (keys: Keys, account: string, id: string, description: FileDescription): Buffer | null =>
  isSaid(description) ? sealText(keys, place(account, id), JSON.stringify(descriptionOf(description))) : null

type Sealed = Pick<FileRow, 'id' | 'account' | 'description_sealed'>

export const openDescription = (keys: Keys, { id, account, description_sealed }: Sealed): FileDescription | null =>
  description_sealed ? descriptionOf(JSON.parse(openText(keys, place(account, id), description_sealed)) as FileDescription) : null

/** Tells one saving of a description from the next, and nothing of what it says: every sealing is another. */
export const markOf = ({ description_sealed }: Pick<FileRow, 'description_sealed'>): string =>
  description_sealed ? createHash('sha256').update(description_sealed).digest('hex').slice(0, 16) : ''
