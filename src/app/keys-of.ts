import type { Config } from '../config.ts'
import { loadOrCreateDemoKeys } from '../platform/crypto/demo-keys.ts'
import { parseMasterKey } from '../platform/crypto/key-text.ts'
import { type Keys, openKeys } from '../platform/crypto/keys.ts'
import { secretText } from './secret-text.ts'

/** The keys of the settings; a demonstration without them has its own. Throws one line that never repeats what it read. */
export function keysOf(config: Config): Keys {
  if (!config.masterKey) return loadOrCreateDemoKeys(config.home)
  const parsed = parseMasterKey(secretText(config.masterKey, 'MASTER_KEY'))
  if (!parsed.ok) throw new Error(`MASTER_KEY: ${parsed.faults.join(', ')}`)
  return openKeys(parsed.ring)
}
