import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** `portolan forms preview` as it is typed, over the pack in a folder. */
export interface Previewing {
  readonly url: string
  readonly process: ChildProcess
  page(query?: string): Promise<string>
  /** The present version, as the preview tells it. */
  version(): Promise<number>
  /** The first page that fits, of the present version or a later one. */
  pageWith(what: RegExp): Promise<string>
  /** Settles with the next version after the one now shown; begun before the change that brings it. */
  nextVersion(): Promise<{ settled: Promise<number> }>
  /** Stops it as Ctrl-C does; its exit code. */
  stop(): Promise<number | null>
}

export function startPreviewing(pack: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  const command = ['--import', 'tsx', join(root, 'src/main.ts'), 'forms', 'preview', ...args]
  return spawn(process.execPath, command, { cwd: root, env: { ...process.env, AGENCY_PACK: pack, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
}

/** A change that never arrives fails its test, and does not hold up the run. */
const waitMsMost = 60_000

/** The versions that the preview tells of, one after another. */
async function* versionsAt(url: string): AsyncGenerator<number> {
  const answer = await fetch(`${url}events`, { signal: AbortSignal.timeout(waitMsMost) })
  let text = ''
  for await (const chunk of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      yield Number(/data: (\d+)/.exec(text.slice(0, end))?.[1])
      text = text.slice(end + 2)
    }
  }
}

type More = { readonly args?: readonly string[]; readonly env?: NodeJS.ProcessEnv }

export async function previewing(pack: string, form: string, { args = [], env }: More = {}): Promise<Previewing> {
  const child = startPreviewing(pack, [form, ...args], env)
  let url = ''
  for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
    url = /http:\/\/\S+/.exec(line)?.[0] ?? ''
    if (url) break
  }
  const page = async (query = '') => (await fetch(url + query)).text()
  return {
    url,
    process: child,
    page,
    async pageWith(what) {
      for await (const _version of versionsAt(url)) {
        const html = await page()
        if (what.test(html)) return html
      }
      throw new Error(`The preview ended before its page had ${what}`)
    },
    async version() {
      const versions = versionsAt(url)
      const { value } = await versions.next()
      await versions.return(undefined)
      return value as number
    },
    async nextVersion() {
      const versions = versionsAt(url)
      await versions.next()
      const settled = versions.next().then(async ({ value }) => {
        await versions.return(undefined)
        return value as number
      })
      return { settled }
    },
    async stop() {
      if (child.exitCode !== null) return child.exitCode
      child.kill('SIGTERM')
      const [code] = await once(child, 'exit')
      return code
    },
  }
}
