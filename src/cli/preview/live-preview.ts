import { watch } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { type Drawable, type Drawing, type News, openDrawing } from './drawing.ts'
import { typeFaults } from './type-faults.ts'

/** Writers save several files at once: what comes within this time is one change. */
const gatheredMs = 80
/** More pages than these are open in nobody's browser. */
const listenersMost = 32

/** A form as its files are, drawn anew when one of them changes; what cannot be drawn leaves the last one standing. */
export interface LivePreview {
  readonly version: number
  readonly news: News
  /** Undefined: nothing could be drawn yet. Rejects with what is wrong where this person cannot be drawn. */
  html(person: string | undefined): Promise<string | undefined>
  /** Tells this listener of every version from now on, beginning with the present one. False: too many listen already. */
  listen(answer: ServerResponse): boolean
  end(): void
}

/** What editors write beside a file while they save it. */
const isBeside = (name: string | null) => name !== null && /(^|[/\\])[.#]|~$|\.(tmp|bak)$/.test(name)

/** Calls `work` once for what changes within a moment, one call after the other; what it returns ends it. */
function whenChanged(folder: string, work: () => Promise<void>, failed: (message: string) => void): () => void {
  let reading = Promise.resolve()
  let gathering: NodeJS.Timeout | undefined
  const watcher = watch(folder, { recursive: true }, (_event, name) => {
    if (isBeside(name)) return
    gathering ??= setTimeout(() => {
      reading = reading.then(() => {
        gathering = undefined
        return work()
      })
    }, gatheredMs)
  })
  watcher.on('error', ({ message }) => failed(message))
  return () => {
    clearTimeout(gathering)
    watcher.close()
  }
}

export async function livePreview(drawable: Drawable): Promise<LivePreview> {
  const listeners = new Set<ServerResponse>()
  const ended = new AbortController()
  let version = 0
  let drawing: Drawing | undefined
  let news: News = { fault: null, types: null }

  const tell = (answer: ServerResponse) => answer.write(`event: version\ndata: ${version}\n\n`)
  const publish = () => {
    version += 1
    for (const answer of listeners) tell(answer)
  }

  async function readAnew(): Promise<void> {
    if (ended.signal.aborted) return
    const opened = openDrawing(drawable, ended.signal).then(
      (found) => ({ found, fault: null }),
      ({ message }: Error) => ({ found: undefined, fault: message }),
    )
    const [{ found, fault }, types] = await Promise.all([opened, typeFaults(drawable, ended.signal)])
    if (ended.signal.aborted) return
    if (found) {
      drawing?.end()
      drawing = found
    }
    news = { fault, types }
    publish()
  }

  const stopWatching = whenChanged(drawable.pack, readAnew, (message) => {
    news = { ...news, fault: `Changes are no longer seen, start the preview again: ${message}` }
    publish()
  })
  await readAnew()
  return {
    get version() {
      return version
    },
    get news() {
      return news
    },
    async html(person) {
      const asked = drawing
      try {
        return await asked?.draw({ person, news, version })
      } catch (complaint) {
        // A change came in the middle, and the process that was asked is gone.
        if (drawing !== asked) return drawing?.draw({ person, news, version })
        throw complaint
      }
    },
    listen(answer) {
      if (listeners.size >= listenersMost) return false
      listeners.add(answer)
      answer.on('close', () => listeners.delete(answer))
      answer.writeHead(200, { 'content-type': 'text/event-stream' })
      tell(answer)
      return true
    },
    end() {
      ended.abort()
      stopWatching()
      drawing?.end()
      for (const answer of listeners) answer.end()
    },
  }
}
