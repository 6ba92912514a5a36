import { type ChildProcess, fork } from 'node:child_process'

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

/** Reads the files as they are now; rejects with what the process complained of when they cannot be drawn. */
export async function openDrawing({ pack, form, edition, language }: Drawable, version: number): Promise<Drawing> {
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
  await htmlOf(0, () => {})
  let asked = 0
  return {
    version,
    draw(what) {
      asked += 1
      const id = asked
      return htmlOf(id, () => void child.send({ id, ...what }))
    },
    end: () => end(child),
  }
}

function end(child: ChildProcess): void {
  if (child.connected) child.disconnect()
  else child.kill()
}
