import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeHome } from '../db/server-home.ts'
import { newId } from '../ids.ts'
import { demoMark, newRing, parseMasterKey, writeMasterKey } from './key-text.ts'
import { type Keys, openKeys } from './keys.ts'

const ringIn = (text: string): Keys => {
  const parsed = parseMasterKey(text)
  if (!parsed.ok) throw new Error(`the demo's key file cannot be read: ${parsed.faults.join(', ')}`)
  return openKeys(parsed.ring)
}

/** The demo's key file inside its home. */
export const demoKeyFile = (home: string): string => join(home, 'demo-keys')

/**
 * The demo's own keys: made once, kept in a file only its owner can read. Two processes that start together end with
 * the same keys, because the finished file is linked into place and the link fails where one already stands.
 * @throws when the home cannot be written, or the file is damaged (it is never replaced: data hangs on it)
 */
export const loadOrCreateDemoKeys = (home: string): Keys => {
  const file = demoKeyFile(makeHome(home))
  const draft = `${file}.${newId()}`
  try {
    return ringIn(readFileSync(file, 'utf8'))
  } catch (error) {
    if (!isErrno(error, 'ENOENT')) throw error
  }
  try {
    writeFileSync(draft, writeMasterKey(newRing('demo', demoMark)), { mode: 0o600, flag: 'wx', flush: true })
    linkSync(draft, file)
  } catch (error) {
    if (!isErrno(error, 'EEXIST')) throw error
  } finally {
    rmSync(draft, { force: true })
  }
  return ringIn(readFileSync(file, 'utf8'))
}

const isErrno = (error: unknown, code: string): boolean => (error as NodeJS.ErrnoException)?.code === code
