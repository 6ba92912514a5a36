import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler'
import { loadFonts } from '../../src/platform/pdf/fonts.ts'

const template = `#set document(title: "Notice", author: "Floor")
#set text(font: "Noto Sans", fallback: false, size: 10pt, lang: "en")
#for words in json(bytes(sys.inputs.words)) { par(words) }
`

/** The floor of a notice: its words as plain paragraphs, tagged, by the same typesetter with the same fonts; no code, no table, no foot. */
export function bareNotice(): (words: readonly string[]) => Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-bench-notice-'))
  const mainFilePath = join(folder, 'notice.typ')
  writeFileSync(mainFilePath, template)
  const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs: loadFonts().blobs }] })
  return (words) => {
    const { result } = compiler.compile({ mainFilePath, inputs: { words: JSON.stringify(words) } })
    if (!result) throw new Error('The bare notice could not be set')
    const bytes = compiler.pdf(result, { pdfStandard: PdfStandard.UA_1, creationTimestamp: 0 })
    compiler.evictCache(3)
    return bytes
  }
}
