import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A copy of the demonstration's pack outside the product, its `agency.ts` edited as an operator would. Returns its folder. */
export function copiedPack(edit: (agency: string) => string = underOwnName): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'portolan-pack-')), 'harbour')
  cpSync('agency/us', folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  const file = join(folder, 'agency.ts')
  writeFileSync(file, edit(readFileSync(file, 'utf8')))
  return folder
}

/** What an operator changes before a pack may run in production. */
export const underOwnName = (agency: string): string =>
  agency
    .replace("id: 'us'", "id: 'harbour'")
    .replace("shortName: 'USCIS'", "shortName: 'Harbour'")
    .replace('demonstrationOnly: true', 'demonstrationOnly: false')
