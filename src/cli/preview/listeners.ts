import type { ServerResponse } from 'node:http'

/** More pages than these are open in nobody's browser. */
const listenersMost = 32

/** The open pages, which are told of every version of the files. */
export interface Listeners {
  /** False: too many listen already. */
  add(answer: ServerResponse, version: number): boolean
  tell(version: number): void
  end(): void
}

const write = (answer: ServerResponse, version: number) => answer.write(`event: version\ndata: ${version}\n\n`)

export function openListeners(): Listeners {
  const all = new Set<ServerResponse>()
  return {
    add(answer, version) {
      if (all.size >= listenersMost) return false
      all.add(answer)
      answer.on('close', () => all.delete(answer))
      answer.writeHead(200, { 'content-type': 'text/event-stream' })
      write(answer, version)
      return true
    },
    tell(version) {
      for (const answer of all) write(answer, version)
    },
    end() {
      for (const answer of all) answer.end()
    },
  }
}
