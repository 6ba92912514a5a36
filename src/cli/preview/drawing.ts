import { fork } from 'node:child_process'
import { join } from 'node:path'
import { complaintIn } from './complaint.ts'

/** What the process that draws is asked for. `version`: of the files as they are, which may be later than those it read. */
export type Asked = { readonly id: number; readonly person?: string | undefined; readonly news: News; readonly version: number }
type Drawn = { readonly id: number } & ({ readonly html: string } | { readonly fault: string })

/** What the process that draws says. `more-faults`: the same files, drawn again, show faults that take longer to find. */
export type Said = Drawn | 'more-faults'

/** What is said of the files as they are. `fault`: why they cannot be drawn. `types`: what the compiler says, a line each; null: it was not asked. */
export type News = { readonly fault: string | null; readonly types: readonly string[] | null }

/** A state of the files, in a process that has read it. */
export interface Drawing {
  draw(asked: Omit<Asked, 'id'>): Promise<string>
  end(): void
}

export type Drawable = { readonly pack: string; readonly form: string; readonly edition: string; readonly language: string }

const complaintsMost = 20_000
const script = join(import.meta.dirname, 'draw.tsx')

/** A definition that never comes to an end is a fault like others. */
const drawingMsMost = 30_000

/**
 * Reads the files as they are now; rejects with what the process complained of when they cannot be drawn. The process goes
 * when `given` is aborted, also while it reads: it has nothing to lose. `more`: called when it has found further faults.
 */
export async function openDrawing({ pack, form, edition, language }: Drawable, given: AbortSignal, more: () => void): Promise<Drawing> {
  const child = fork(script, [pack, form, edition, language], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
  let complaints = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaints = (complaints + text).slice(0, complaintsMost)
  })
  const waiting = new Map<number, (drawn: Drawn) => void>()
  child.on('message', (said: Said) => {
    if (said === 'more-faults') return more()
    waiting.get(said.id)?.(said)
    waiting.delete(said.id)
  })
  const ended = new Promise<never>((_settle, fail) => {
    child.once('close', () => fail(new Error(complaintIn(complaints, pack) || 'The process that draws has ended. Save a file to start it again.')))
    child.once('error', fail)
  })
  ended.catch(() => {})
  const kill = () => void child.kill('SIGKILL')
  given.addEventListener('abort', kill, { once: true })
  child.once('exit', () => given.removeEventListener('abort', kill))
  const answerOf = async (id: number, ask: () => void): Promise<string> => {
    const tooLong = setTimeout(() => {
      complaints = `It did not come to an end within ${drawingMsMost / 1000} seconds.`
      kill()
    }, drawingMsMost)
    const answered = new Promise<Drawn>((settle) => waiting.set(id, settle))
    ask()
    const drawn = await Promise.race([answered, ended]).finally(() => clearTimeout(tooLong))
    if ('fault' in drawn) throw new Error(complaintIn(drawn.fault, pack))
    return drawn.html
  }
  await answerOf(0, () => {})
  let asked = 0
  return {
    draw(what) {
      asked += 1
      const id = asked
      // Where the process is gone already, `ended` says so.
      return answerOf(id, () => void child.send({ id, ...what }, () => {}))
    },
    end: kill,
  }
}
