import { readdirSync, readFileSync } from 'node:fs'

export interface Watched {
  /** The most memory that was seen of the server, and of any reader of a file, in bytes. */
  serverBytes: number
  readerBytes: number
  /** The longest that a reader was seen. */
  readerMilliseconds: number
  readers: number
}

const everyMilliseconds = 50

const textOf = (path: string) => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

const residentBytes = (pid: string | number) => Number(/^VmRSS:\s+(\d+) kB/m.exec(textOf(`/proc/${pid}/status`))?.[1] ?? 0) * 1024
const isReaderOf = (server: number) => (pid: string) =>
  Number(/^PPid:\s+(\d+)/m.exec(textOf(`/proc/${pid}/status`))?.[1]) === server && textOf(`/proc/${pid}/cmdline`).includes('reader/main.ts')

/** Watches the memory of a server and of the processes in which it reads strangers' files, until it is stopped. */
export function watchReaders(server: number): { stop(): Watched } {
  const watched: Watched = { serverBytes: 0, readerBytes: 0, readerMilliseconds: 0, readers: 0 }
  const begun = new Map<string, number>()
  const look = () => {
    watched.serverBytes = Math.max(watched.serverBytes, residentBytes(server))
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name)).filter(isReaderOf(server))) {
      if (!begun.has(pid)) begun.set(pid, performance.now())
      watched.readerBytes = Math.max(watched.readerBytes, residentBytes(pid))
      watched.readerMilliseconds = Math.max(watched.readerMilliseconds, performance.now() - (begun.get(pid) ?? 0))
    }
    watched.readers = begun.size
  }
  const timer = setInterval(look, everyMilliseconds)
  return {
    stop: () => {
      clearInterval(timer)
      return watched
    },
  }
}
