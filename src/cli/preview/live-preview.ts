import { watch } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { type Drawable, type Drawing, openDrawing } from './drawing.ts'

/** Writers save several files at once: what comes within this time is one change. */
const quietMs = 80

/** A form as its files are, drawn anew when one of them changes; what cannot be drawn leaves the last one standing. */
export interface LivePreview {
  readonly version: number
  /** Undefined: nothing could be drawn yet. Rejects with what is wrong where this person cannot be drawn. */
  html(person: string | undefined): Promise<string | undefined>
  readonly fault: string | null
  /** Tells this listener of every version from now on, beginning with the present one. */
  listen(answer: ServerResponse): void
  end(): void
}

export async function livePreview(drawable: Drawable): Promise<LivePreview> {
  const listeners = new Set<ServerResponse>()
  const ended = new AbortController()
  let version = 0
  let drawing: Drawing | undefined
  let fault: string | null = null

  const tell = (answer: ServerResponse) => answer.write(`event: version\ndata: ${version}\n\n`)

  async function readAnew(): Promise<void> {
    const next = version + 1
    let found: Drawing | undefined
    try {
      found = await openDrawing(drawable, next, ended.signal)
      fault = null
    } catch (complaint) {
      fault = (complaint as Error).message
    }
    if (ended.signal.aborted) return
    if (found) {
      drawing?.end()
      drawing = found
    }
    version = next
    for (const answer of listeners) tell(answer)
  }

  let [reading, isStale] = [Promise.resolve(), false]
  let quiet: NodeJS.Timeout | undefined
  /** One reading at a time; what changes meanwhile is read once more after it. */
  const changed = () => {
    clearTimeout(quiet)
    quiet = setTimeout(() => {
      if (isStale) return
      isStale = true
      reading = reading.then(() => {
        isStale = false
        return readAnew()
      })
    }, quietMs)
  }
  const watcher = watch(drawable.pack, { recursive: true }, changed)
  await readAnew()
  return {
    get version() {
      return version
    },
    get fault() {
      return fault
    },
    html: async (person) => drawing?.draw({ person, fault }),
    listen(answer) {
      listeners.add(answer)
      answer.on('close', () => listeners.delete(answer))
      tell(answer)
    },
    end() {
      ended.abort()
      clearTimeout(quiet)
      watcher.close()
      for (const answer of listeners) answer.end()
    },
  }
}
