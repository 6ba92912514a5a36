import { firstToRun, installPackage } from './system-package.mjs'

/** The path of the system's clamd, or undefined. CLAMD_PATH goes before. Debian keeps it where only root looks. */
const findClamd = () =>
  firstToRun({
    before: process.env.CLAMD_PATH,
    names: ['clamd'],
    besides: ['/usr/sbin', '/usr/local/sbin', '/opt/homebrew/sbin'],
  })

/**
 * Finds ClamAV's daemon, or installs it with the system's package manager. Undefined when neither works: the tests
 * that need it then fail with a line that says so, and all others run.
 */
export const seekClamd = () => {
  const found = findClamd()
  if (found) return found
  installPackage('clamav-daemon', 'ClamAV')
  return findClamd()
}
