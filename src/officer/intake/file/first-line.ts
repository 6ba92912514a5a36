import { rowCharactersMost } from './limits.ts'

export interface FirstLine {
  readonly line: string
  readonly after: string
  readonly hasEnd: boolean
}

/** The text up to the first line break, which tells what kind of file it is, and what came behind it. */
export async function firstLineOf(texts: AsyncGenerator<string>): Promise<FirstLine> {
  let text = ''
  for (let next = await texts.next(); !next.done; next = await texts.next()) {
    text += next.value
    const end = text.indexOf('\n')
    if (end >= 0) return { line: text.slice(0, end), after: text.slice(end + 1), hasEnd: true }
    if (text.length > rowCharactersMost) break
  }
  return { line: text, after: '', hasEnd: false }
}
