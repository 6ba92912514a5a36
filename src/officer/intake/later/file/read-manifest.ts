import { csvRows, type Header } from '../../file/csv-rows.ts'
import type { FileFault } from '../../file/faults.ts'
import { firstLineOf } from '../../file/first-line.ts'
import { rowCharactersMost } from '../../file/limits.ts'
import { readHeader } from '../../file/read-header.ts'
import { textOfBytes } from '../../file/text-of-bytes.ts'
import { checkPaper, type PaperChecks } from './check-paper.ts'
import type { LaterRow, RefusedPaper } from './later-row.ts'
import { type ManifestColumn, ofManifest } from './manifest-columns.ts'

export type Manifest =
  | { readonly ok: true; readonly delimiter: Header['delimiter']; readonly rows: AsyncGenerator<LaterRow | RefusedPaper> }
  | { readonly ok: false; readonly fault: FileFault }

async function* papersOf(texts: AsyncGenerator<string>, begins: string, header: Header<ManifestColumn>, checks: PaperChecks): AsyncGenerator<LaterRow | RefusedPaper> {
  const reader = csvRows(header, 2)
  for (const raw of reader.push(begins)) yield checkPaper(raw, checks)
  for await (const text of texts) for (const raw of reader.push(text)) yield checkPaper(raw, checks)
  for (const raw of reader.end()) yield checkPaper(raw, checks)
}

/** Opens a list of scanned papers: CSV under a header, read as files of filings are, row by row. */
export async function readManifest(source: AsyncIterable<Uint8Array>, checks: PaperChecks): Promise<Manifest> {
  const texts = textOfBytes(source)
  const { line, after, hasEnd } = await firstLineOf(texts)
  const header: Header<ManifestColumn> | FileFault =
    !hasEnd && line === ''
      ? { code: 'empty', column: '' }
      : line.length > rowCharactersMost
        ? { code: 'header-too-long', column: '' }
        : readHeader(line, ofManifest)
  if (!('code' in header)) return { ok: true, delimiter: header.delimiter, rows: papersOf(texts, after, header, checks) }
  await texts.return(undefined)
  return { ok: false, fault: header }
}
