import { readdirSync, readFileSync } from 'node:fs'

const ticksPerSecond = 100

/** Numbers after the process's name: the name may hold spaces, and ends with the last bracket (proc(5)). */
const statOf = (pid: number | string): string[] => {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return text.slice(text.lastIndexOf(')') + 2).split(' ')
}

/**
 * CPU milliseconds of the PostgreSQL server so far: the postmaster, its children that ended, and those that live.
 * Null where there is no /proc.
 */
export function postgresCpuMs(postmaster: number): number | null {
  try {
    const own = statOf(postmaster)
    const ended = Number(own[13]) + Number(own[14])
    const living = childrenOf(postmaster).reduce((sum, stat) => sum + Number(stat[11]) + Number(stat[12]), 0)
    return ((Number(own[11]) + Number(own[12]) + ended + living) * 1000) / ticksPerSecond
  } catch {
    return null
  }
}

function childrenOf(parent: number): string[][] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const stat = statOf(pid)
        return Number(stat[1]) === parent ? [stat] : []
      } catch {
        return []
      }
    })
}
