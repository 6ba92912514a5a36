import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The text files of a pack that are no JSON, a line each: the file, the place in it where V8 tells it, what is wrong. */
export function unreadableTexts(pack: string): readonly string[] {
  const names = readdirSync(join(pack, 'texts'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'))
  return names.flatMap((name) => {
    try {
      JSON.parse(readFileSync(join(pack, 'texts', name), 'utf8'))
      return []
    } catch (fault) {
      const { message } = fault as Error
      const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? []
      return [`${[join('texts', name), line, column].filter(Boolean).join(':')}: ${message}`]
    }
  })
}
