import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The path of the system's clamd, or undefined. CLAMD_PATH goes before. Debian keeps it where only root looks. */
const findClamd = () => {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin', '/opt/homebrew/sbin']
  return [process.env.CLAMD_PATH, ...folders.map((folder) => join(folder, 'clamd'))].find((path) => path && mayRun(path))
}

const mayRun = (path) => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * Finds ClamAV's daemon, or installs it with the system's package manager. Undefined when neither works: the tests
 * that need it then fail with a line that says so, and all others run.
 */
export const seekClamd = () => {
  const found = findClamd()
  if (found) return found
  if (process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    console.error('Installing ClamAV …')
    const quiet = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
    spawnSync('apt-get', ['update', '-qq'], quiet)
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'clamav-daemon'], quiet)
  }
  return findClamd()
}
