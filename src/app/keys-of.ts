import { readFileSync } from 'node:fs'
import type { Config } from '../config.ts'
import { loadOrCreateDemoKeys } from '../platform/crypto/demo-keys.ts'
import { parseMasterKey } from '../platform/crypto/key-text.ts'
import { type Keys, openKeys } from '../platform/crypto/keys.ts'

/** The keys of the settings; a demonstration without them has its own. Throws one line that never repeats what it read. */
export function keysOf(config: Config): Keys {
  if (!config.masterKey) return loadOrCreateDemoKeys(config.home)
  const parsed = parseMasterKey('text' in config.masterKey ? config.masterKey.text : keyFile(config.masterKey.file))
  if (!parsed.ok) throw new Error(`MASTER_KEY: ${parsed.faults.join(', ')}`)
  return openKeys(parsed.ring)
}

function keyFile(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (fault) {
    throw new Error(`MASTER_KEY_FILE: the file cannot be read (${(fault as NodeJS.ErrnoException).code})`)
  }
}
