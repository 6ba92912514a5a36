import { setTimeout as wait } from 'node:timers/promises'
import { DatabaseSync } from 'node:sqlite'

const pauseMs = 15
const attemptsMax = 4000

/**
 * Runs `work` while no other process holds the lock on `path`.
 * The lock is SQLite's file lock, which the system releases when the process dies, however it dies.
 */
export const withFileLock = async <T>(path: string, work: () => Promise<T>): Promise<T> => {
  const lock = new DatabaseSync(path, { timeout: 0 })
  try {
    await obtain(lock, path)
    return await work()
  } finally {
    lock.close()
  }
}

const obtain = async (lock: DatabaseSync, path: string): Promise<void> => {
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    try {
      lock.exec('begin exclusive')
      return
    } catch (error) {
      if (!/locked|busy/.test((error as Error).message)) throw error
      await wait(pauseMs)
    }
  }
  throw new Error(`Another process has held ${path} for a minute: is a start of Portolan hanging?`)
}
