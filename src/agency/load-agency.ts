import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { noticeFaults } from './notice-faults.ts'
import type { AgencyData, AgencyPack } from './pack.ts'
import { type PackTexts, recordFault, type TextFiles, textsWithEnglish } from './pack-texts.ts'

function textsIn(folder: string, language: string): TextFiles {
  const files = readdirSync(join(folder, 'texts', language)).filter((name) => name.endsWith('.json'))
  return Object.fromEntries(
    files.map((name) => [name.replace('.json', ''), JSON.parse(readFileSync(join(folder, 'texts', language, name), 'utf8'))]),
  )
}

async function definitionsOf(folder: string, data: AgencyData): Promise<AgencyPack['definitions']> {
  const forms = new Map<string, Map<string, unknown>>()
  for (const { code, editions } of data.forms.filter((form) => form.editions.length > 0)) {
    const byEdition = new Map<string, unknown>()
    for (const edition of editions) {
      const module = await import(pathToFileURL(join(folder, 'forms', code, edition, 'form.ts')).href)
      byEdition.set(edition, module.form)
    }
    forms.set(code, byEdition)
  }
  return forms
}

/** Loads a pack from its folder (relative to where the process runs). Throws one line when it is not one. */
export async function loadAgency(pack: string): Promise<AgencyPack> {
  const folder = resolve(pack)
  if (!existsSync(join(folder, 'agency.ts'))) throw new Error(`AGENCY_PACK: there is no agency pack in ${pack}`)
  const module = await import(pathToFileURL(join(folder, 'agency.ts')).href)
  const data = module.agency as AgencyData
  const texts: PackTexts = Object.fromEntries(data.languages.map((language) => [language, textsIn(folder, language)]))
  const lost = data.terms.earlier?.find((version) => !texts.en?.[`terms-${version}`])
  if (lost) throw new Error(`AGENCY_PACK: ${pack} has no text of the earlier terms ${lost} (texts/en/terms-${lost}.json)`)
  const fault = recordFault(texts, data.languageOfRecord)
  if (fault) throw new Error(`AGENCY_PACK: ${pack} ${fault}`)
  const [wrong] = noticeFaults(data.notices, texts)
  if (wrong) throw new Error(`AGENCY_PACK: ${pack} has a notice that nobody can write: ${wrong}`)
  return {
    ...data,
    // A pack that does not say is one: only an operator's own, plain word lets a pack run in production.
    demonstrationOnly: data.demonstrationOnly !== false,
    definitions: await definitionsOf(folder, data),
    ...textsWithEnglish(texts),
  }
}
