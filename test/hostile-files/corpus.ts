import { activeFiles } from './active-pdfs.ts'
import { disguisedFiles } from './disguised.ts'
import { encryptedFiles } from './encrypted-pdfs.ts'
import type { HostileFile } from './hostile-file.ts'
import { malwareFiles } from './malware.ts'
import { namedFiles } from './names.ts'
import { oddPdfs } from './odd-pdfs.ts'
import { jpegFiles, pngFiles } from './pictures.ts'
import { polyglotFiles } from './polyglots.ts'
import { sizedFiles } from './sizes.ts'
import { tiffFiles } from './tiffs.ts'
import { truncatedFiles } from './truncated.ts'

/** Every hostile file, the same ones for the same seed. */
export const hostileFiles = (seed: number): readonly HostileFile[] => [
  ...truncatedFiles(seed),
  ...disguisedFiles(),
  ...sizedFiles(seed),
  ...namedFiles(),
  ...polyglotFiles(),
  ...pngFiles(),
  ...jpegFiles(),
  ...tiffFiles(),
  ...encryptedFiles(),
  ...activeFiles(),
  ...oddPdfs(),
  ...malwareFiles(),
]
