import { readFileSync, readlinkSync } from 'node:fs'

/** A process told apart from a later one with the same number: `<pid>` or `<pid>-<start tick>` where /proc tells it. */
export type ProcessIdentity = string

/** True while the number belongs to a process, even to one that has ended but was not read by its parent. */
export const isTaken = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** True while the process runs. A zombie answers signal 0 but runs nothing: its state in /proc tells. */
export const isRunning = (pid: number): boolean => {
  const state = isTaken(pid) ? (procFields(pid)?.[0] ?? 'unknown') : 'X'
  return state !== 'Z' && state !== 'X'
}

/** The identity of a process, by default of this one. */
export const identityOf = (pid: number = process.pid): ProcessIdentity => {
  const startTick = procFields(pid)?.[19]
  return startTick ? `${pid}-${startTick}` : String(pid)
}

/** True while the very process that `identity` names runs. */
export const isSameProcessRunning = (identity: ProcessIdentity): boolean => {
  const pid = Number.parseInt(identity, 10)
  return Number.isInteger(pid) && pid > 0 && isRunning(pid) && identityOf(pid) === identity
}

/** The folder a process works in, or undefined where it cannot be read. */
export const workingFolderOf = (pid: number): string | undefined => {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}

/** Fields of /proc/<pid>/stat from the third on (proc_pid_stat(5)); the name before them may hold brackets. */
const procFields = (pid: number): string[] | undefined => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}
