import { watch } from 'node:fs'

/** Writers save several files at once: what comes within this time is one change. */
const gatheredMs = 80

/** What editors write beside a file while they save it. */
const isBeside = (name: string | null) => name !== null && /(^|[/\\])[.#]|~$|\.(tmp|bak)$/.test(name)

type Watched = { changed(): Promise<void>; blind(why: Error): void }

/**
 * Calls `changed` after a file of the pack was written: one call at a time, and what changes during one brings another
 * after it. `blind`: no change is seen any longer. Returns what stops it.
 */
export function watchPack(pack: string, { changed, blind }: Watched): () => void {
  let working = Promise.resolve()
  let gathering: NodeJS.Timeout | undefined
  const settle = () => {
    working = working.then(() => {
      gathering = undefined
      return changed()
    })
  }
  const watcher = watch(pack, { recursive: true }, (_event, name) => {
    if (!isBeside(name)) gathering ??= setTimeout(settle, gatheredMs)
  })
  watcher.on('error', blind)
  return () => {
    clearTimeout(gathering)
    watcher.close()
  }
}
