import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'

/**
 * One temporary folder for all that a run of tests leaves lying, gone at its end. It lies in the home of the database
 * server that all runs share, by which they find that home.
 */
export const runFolder = () => {
  const scratchHome = join(tmpdir(), `portolan-test-${userInfo().uid}`)
  mkdirSync(scratchHome, { recursive: true })
  const folder = mkdtempSync(join(scratchHome, 'run-'))
  // Where root runs the tests, a database server of theirs runs as somebody else, who must come through.
  for (const each of [scratchHome, folder]) chmodSync(each, 0o711)
  return {
    folder,
    env: { TMPDIR: folder, TMP: folder, TEMP: folder },
    // A server that a test killed may have written until now.
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  }
}
