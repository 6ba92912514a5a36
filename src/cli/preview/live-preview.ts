import type { ServerResponse } from 'node:http'
import { type Drawable, type Drawing, type News, openDrawing } from './drawing.ts'
import { openListeners } from './listeners.ts'
import { typeFaults } from './type-faults.ts'
import { watchPack } from './watch-pack.ts'

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

/** The files as they are now: a process that has read them, or why none could, and what the compiler says. */
async function readFiles(drawable: Drawable, given: AbortSignal, more: () => void): Promise<{ found: Drawing | undefined; news: News }> {
  const opened = openDrawing(drawable, given, more).then(
    (found) => ({ found, fault: null }),
    ({ message }: Error) => ({ found: undefined, fault: message }),
  )
  const [{ found, fault }, types] = await Promise.all([opened, typeFaults(drawable, given)])
  return { found, news: { fault, types } }
}

export async function livePreview(drawable: Drawable): Promise<LivePreview> {
  const listeners = openListeners()
  const ended = new AbortController()
  let version = 0
  let drawing: Drawing | undefined
  let news: News = { fault: null, types: null }

  const publish = (latest: News) => {
    news = latest
    version += 1
    listeners.tell(version)
  }

  async function readAnew(): Promise<void> {
    if (ended.signal.aborted) return
    const read = await readFiles(drawable, ended.signal, () => publish(news))
    if (ended.signal.aborted) return
    if (read.found) {
      drawing?.end()
      drawing = read.found
    }
    publish(read.news)
  }

  let first = Promise.resolve()
  const stopWatching = watchPack(drawable.pack, {
    changed: () => first.then(readAnew),
    blind: ({ message }) => publish({ ...news, fault: `Changes are no longer seen, start the preview again: ${message}` }),
  })
  first = readAnew()
  await first
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
    listen: (answer) => listeners.add(answer, version),
    end() {
      ended.abort()
      stopWatching()
      drawing?.end()
      listeners.end()
    },
  }
}
