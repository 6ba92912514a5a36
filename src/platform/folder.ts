import { accessSync, constants, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes a folder and what is missing above it, one by one, and sees that it can be written.
 * Node's own recursive making never returns where a kernel's file system refuses (under /proc).
 * Throws one line that begins with `setting`.
 */
export function settleFolder(setting: string, path: string): void {
  try {
    makeStepwise(path)
    accessSync(path, constants.W_OK | constants.X_OK)
  } catch {
    throw new Error(`${setting}: ${path} cannot be made or written; choose a folder of your own`)
  }
}

function makeStepwise(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isDirectory()) return
  if (found) throw new Error('not a folder')
  makeStepwise(dirname(path))
  try {
    mkdirSync(path)
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault
  }
}
