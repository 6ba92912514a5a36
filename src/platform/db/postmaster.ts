import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isRunning, isTaken, workingFolderOf } from './process-state.ts'

export type Postmaster = { pid: number; port: number; ready: boolean }

const pauseMs = 10
const settlePausesMax = 3000

/**
 * The server process that runs on `data`, waiting for one that starts or stops to settle; undefined when none runs.
 * Removes a postmaster.pid that names a zombie or a stranger, which the server would take for its own.
 */
export const findPostmaster = async (data: string): Promise<Postmaster | undefined> => {
  for (let pause = 0; pause < settlePausesMax; pause++) {
    const read = readPostmasterFile(data)
    if (!read) return undefined
    if (!isRunning(read.pid) || !worksIn(read.pid, data)) {
      await waitForChildren(data)
      // The server itself sees through a number nobody has, and then makes sure that no backend is left.
      if (isTaken(read.pid)) rmSync(join(data, 'postmaster.pid'), { force: true })
      return undefined
    }
    if (read.ready) return read
    await wait(pauseMs)
  }
  throw new Error(`A PostgreSQL server on ${data} neither starts nor stops`)
}

/** What postmaster.pid says when it was written by the process `pid`. */
export const postmasterOf = (data: string, pid: number): Postmaster | undefined => {
  const read = readPostmasterFile(data)
  return read?.pid === pid ? read : undefined
}

/** Lines of postmaster.pid: pid, data folder, start time, port, socket folder, address, shared memory, status. */
const readPostmasterFile = (data: string): Postmaster | undefined => {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
  } catch {
    return undefined
  }
}

/** Where the system does not tell a process's folder, the number alone is believed. */
const worksIn = (pid: number, data: string): boolean => (workingFolderOf(pid) ?? data) === data

/** Backends of a killed postmaster end by themselves; a new server beside them would spoil the cluster. */
const waitForChildren = async (data: string): Promise<void> => {
  for (let pause = 0; pause < settlePausesMax; pause++) {
    if (!processesIn(data)) return
    await wait(pauseMs)
  }
  throw new Error(`Processes of a dead PostgreSQL server still work in ${data}`)
}

const processesIn = (data: string): boolean => {
  try {
    return readdirSync('/proc').some((name) => /^\d+$/.test(name) && workingFolderOf(Number(name)) === data)
  } catch {
    return false
  }
}
