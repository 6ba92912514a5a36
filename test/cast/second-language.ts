import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { catalogues } from '../../messages/index.ts'
import { copiedPack } from './own-pack.ts'

type Words = Record<string, string>

/** A language for tests that no person speaks: ISO 639-2 keeps the code free. Its texts are the English ones in brackets. */
export const secondLanguage = 'qaa'

/** What a text of it looks like. */
export const inSecond = (english: string): string => `[[${english}]]`

const translated = (words: Words): Words => Object.fromEntries(Object.entries(words).map(([key, text]) => [key, inSecond(text)]))

/** The product speaks it from now on. Returns what takes it away again. */
export function addSecondLanguage(): () => void {
  catalogues[secondLanguage] = Object.fromEntries(
    Object.entries(catalogues.en ?? {}).map(([domain, words]) => [domain, translated(words)]),
  )
  return () => {
    delete catalogues[secondLanguage]
  }
}

/** A copy of the demonstration's pack that has it beside English, without the texts that are `lacking`. Returns its folder. */
export function bilingualPack({ lacking = [], edit = (agency) => agency }: { lacking?: readonly string[]; edit?: (agency: string) => string } = {}): string {
  const folder = copiedPack((agency) => edit(agency.replace("languages: ['en']", `languages: ['en', '${secondLanguage}']`)))
  const [from, to] = [join(folder, 'texts', 'en'), join(folder, 'texts', secondLanguage)]
  mkdirSync(to)
  for (const name of readdirSync(from)) {
    const words = Object.entries(translated(JSON.parse(readFileSync(join(from, name), 'utf8'))))
    const kept = words.filter(([key]) => !lacking.includes(`${name.replace('.json', '')}/${key}`))
    writeFileSync(join(to, name), JSON.stringify(Object.fromEntries(kept)))
  }
  return folder
}
