/**
 * The characters a TrueType font can draw, read from its `cmap` table (OpenType 1.9, formats 4 and 12).
 * @param font the bytes of a .ttf or .otf file
 */
export function charactersOf(font: Buffer): Set<number> {
  const characters = new Set<number>()
  const cmap = tableOffset(font, 'cmap')
  const subtables = font.readUInt16BE(cmap + 2)
  for (let index = 0; index < subtables; index += 1) {
    const record = cmap + 4 + index * 8
    const platform = font.readUInt16BE(record)
    // Platform 0 is Unicode, 3 is Windows; their Unicode subtables agree.
    if (platform !== 0 && platform !== 3) continue
    const subtable = cmap + font.readUInt32BE(record + 4)
    const format = font.readUInt16BE(subtable)
    if (format === 4) readSegments(font, subtable, characters)
    if (format === 12) readGroups(font, subtable, characters)
  }
  return characters
}

function tableOffset(font: Buffer, name: string): number {
  const tables = font.readUInt16BE(4)
  for (let index = 0; index < tables; index += 1) {
    const record = 12 + index * 16
    if (font.toString('latin1', record, record + 4) === name) return font.readUInt32BE(record + 8)
  }
  throw new Error(`font without a ${name} table`)
}

function readSegments(font: Buffer, at: number, characters: Set<number>): void {
  const doubled = font.readUInt16BE(at + 6)
  const [ends, starts, deltas, offsets] = [at + 14, at + 16 + doubled, at + 16 + 2 * doubled, at + 16 + 3 * doubled]
  for (let byte = 0; byte < doubled; byte += 2) {
    const [start, end] = [font.readUInt16BE(starts + byte), font.readUInt16BE(ends + byte)]
    const offset = font.readUInt16BE(offsets + byte)
    for (let character = start; character <= end && character !== 0xffff; character += 1) {
      const glyph =
        offset === 0
          ? (character + font.readUInt16BE(deltas + byte)) & 0xffff
          : font.readUInt16BE(offsets + byte + offset + 2 * (character - start))
      if (glyph !== 0) characters.add(character)
    }
  }
}

function readGroups(font: Buffer, at: number, characters: Set<number>): void {
  const groups = font.readUInt32BE(at + 12)
  for (let index = 0; index < groups; index += 1) {
    const group = at + 16 + index * 12
    const end = font.readUInt32BE(group + 4)
    for (let character = font.readUInt32BE(group); character <= end; character += 1) characters.add(character)
  }
}
