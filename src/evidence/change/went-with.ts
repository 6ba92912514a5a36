import type { FileRow } from '../evidence-store.ts'

type Removed = Pick<FileRow, 'id' | 'translates' | 'removed_at'>

/** Of a translation: whether it was removed with its document, and not alone. */
export const wentWith = (original: Removed) => (row: Removed): boolean =>
  row.translates === original.id && original.removed_at !== null && row.removed_at?.equals(original.removed_at) === true
