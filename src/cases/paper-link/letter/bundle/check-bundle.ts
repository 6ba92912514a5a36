import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { type FileInZip, filesInZip, measuringStream } from '../../../../platform/archive/index.ts'
import { type BundleCount, countPath, letterPath, type ManifestRow, manifestPath, readCount, readManifest } from './manifest.ts'

/**
 * unreadable: no whole zip · no-count, no-manifest: not there, or not one · manifest-changed: another one than was counted ·
 * count-differs: of letters or pages · missing, changed, twice, unknown: of the letter or file named.
 */
export type BundleFault =
  | { readonly sort: 'unreadable' | 'no-count' | 'no-manifest' | 'manifest-changed' | 'count-differs' }
  | { readonly sort: 'missing' | 'changed' | 'twice' | 'unknown'; readonly path: string }

export type CheckedBundle =
  | { readonly ok: true; readonly letters: number; readonly pages: number }
  | { readonly ok: false; readonly faults: readonly BundleFault[] }

/** What a zip holds: each file's hash, the two that describe it, and what stands in it twice. */
interface Found {
  readonly hashes: Map<string, string>
  readonly twice: string[]
  manifest: string
  count: string
}

/** These two are held in memory; far more than the largest bundle's. */
const describedBytesMost = 32 * 1024 * 1024

/** Counts a bundle again, letter by letter; refuses one that is not, to the last byte of a letter, what it says it is. */
export async function checkBundle(zip: Buffer): Promise<CheckedBundle> {
  const found = await read(zip).catch(() => null)
  if (!found) return { ok: false, faults: [{ sort: 'unreadable' }] }
  const [count, rows] = [readCount(found.count), readManifest(found.manifest)]
  if (!count || !rows) return { ok: false, faults: [...(count ? [] : [{ sort: 'no-count' as const }]), ...(rows ? [] : [{ sort: 'no-manifest' as const }])] }
  const faults = [...countFaults(count, rows, found), ...letterFaults(rows, found)]
  return faults.length > 0 ? { ok: false, faults } : { ok: true, letters: count.letters, pages: count.pages }
}

async function read(zip: Buffer): Promise<Found> {
  const found: Found = { hashes: new Map(), twice: [], manifest: '', count: '' }
  for await (const file of filesInZip(zip)) {
    if (found.hashes.has(file.path)) found.twice.push(file.path)
    found.hashes.set(file.path, await hashOf(file))
    if (file.path === manifestPath) found.manifest = await described(file)
    if (file.path === countPath) found.count = await described(file)
  }
  return found
}

async function hashOf(file: FileInZip): Promise<string> {
  const { stream, measured } = measuringStream()
  await pipeline(await file.open(), stream.resume())
  return measured().sha256
}

const described = async (file: FileInZip) => (file.sizeBytes > describedBytesMost ? '' : text(await file.open()))

function countFaults(count: BundleCount, rows: readonly ManifestRow[], { hashes }: Found): BundleFault[] {
  const pages = rows.reduce((sum, row) => sum + row.pages, 0)
  return [
    ...(hashes.get(manifestPath) === count.manifestSha256 ? [] : [{ sort: 'manifest-changed' as const }]),
    ...(rows.length === count.letters && pages === count.pages ? [] : [{ sort: 'count-differs' as const }]),
  ]
}

function letterFaults(rows: readonly ManifestRow[], { hashes, twice }: Found): BundleFault[] {
  const named = new Set(rows.map(({ sequence }) => letterPath(sequence)))
  const ids = new Set<string>()
  const ofRows = rows.flatMap(({ sequence, id, sha256 }, index): BundleFault[] => {
    const path = letterPath(sequence)
    const isTwice = ids.has(id) || sequence !== index + 1
    ids.add(id)
    if (isTwice) return [{ sort: 'twice', path }]
    if (!hashes.has(path)) return [{ sort: 'missing', path }]
    return hashes.get(path) === sha256 ? [] : [{ sort: 'changed', path }]
  })
  const others = [...hashes.keys()].filter((path) => !named.has(path) && path !== manifestPath && path !== countPath)
  return [...ofRows, ...twice.map((path) => ({ sort: 'twice' as const, path })), ...others.map((path) => ({ sort: 'unknown' as const, path }))]
}
