import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'

/**
 * One temporary folder for all that a run of tests leaves lying, gone at its end. The shared database server stays
 * where every run finds it.
 */
export const runFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-run-'))
  // Where root runs the tests, a database server of theirs runs as somebody else, who must come through.
  chmodSync(folder, 0o711)
  const scratchHome = join(tmpdir(), `portolan-test-${userInfo().uid}`)
  return {
    folder,
    env: { TMPDIR: folder, TMP: folder, TEMP: folder, PORTOLAN_SCRATCH_HOME: scratchHome },
    // A server that a test killed may have written until now.
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  }
}
