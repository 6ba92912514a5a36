import { fork } from 'node:child_process'

/** What the process that draws is asked for. `fault`: why a later state of the files cannot be drawn. */
export type Asked = { readonly id: number; readonly person?: string | undefined; readonly fault: string | null }
export type Drawn = { readonly id: number } & ({ readonly html: string } | { readonly fault: string })

/** A state of the files, in a process that has read it. */
export interface Drawing {
  readonly version: number
  draw(asked: Omit<Asked, 'id'>): Promise<string>
  end(): void
}

export type Drawable = { readonly pack: string; readonly form: string; readonly edition: string; readonly language: string }

const faultMost = 4_000
const script = new URL('./draw.tsx', import.meta.url).pathname

/** A definition that never comes to an end is a fault like others. */
const readingMsMost = 30_000

/**
 * Reads the files as they are now; rejects with what the process complained of when they cannot be drawn. The process goes
 * when `given` is aborted, also while it reads: it has nothing to lose.
 */
export async function openDrawing({ pack, form, edition, language }: Drawable, version: number, given: AbortSignal): Promise<Drawing> {
  const child = fork(script, [pack, form, edition, language, String(version)], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
  let complaints = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaints = (complaints + text).slice(0, faultMost)
  })
  const waiting = new Map<number, (drawn: Drawn) => void>()
  child.on('message', (drawn: Drawn) => {
    waiting.get(drawn.id)?.(drawn)
    waiting.delete(drawn.id)
  })
  const ended = new Promise<never>((_settle, fail) => child.once('close', () => fail(new Error(complaints || 'the process ended'))))
  ended.catch(() => {})
  const answer = (id: number) => new Promise<Drawn>((settle) => waiting.set(id, settle))
  const htmlOf = async (id: number, ask: () => void): Promise<string> => {
    const answered = answer(id)
    ask()
    const drawn = await Promise.race([answered, ended])
    if ('fault' in drawn) throw new Error(drawn.fault)
    return drawn.html
  }
  const kill = () => void child.kill('SIGKILL')
  given.addEventListener('abort', kill, { once: true })
  child.once('exit', () => given.removeEventListener('abort', kill))
  const tooLong = setTimeout(() => {
    complaints = `It did not come to an end within ${readingMsMost / 1000} seconds.`
    kill()
  }, readingMsMost)
  try {
    await htmlOf(0, () => {})
  } finally {
    clearTimeout(tooLong)
  }
  let asked = 0
  return {
    version,
    draw(what) {
      asked += 1
      const id = asked
      return htmlOf(id, () => void child.send({ id, ...what }))
    },
    end: kill,
  }
}
