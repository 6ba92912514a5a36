import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../guards/source-files.ts'

const folders = ['src', 'test', 'agency', 'messages', 'migrations', 'assets', 'docs', 'bin', 'package.json', 'tsconfig.json']

/** What a run of tests said: by title, whether it passed, and whether an assertion is what failed. */
export type Verdicts = ReadonlyMap<string, 'passed' | 'assertion failed' | 'broken'>

/** A copy of the tree of its own, in which one number at a time can be changed and a test be run. */
export function copyOfTree() {
  const home = mkdtempSync(join(tmpdir(), 'portolan-limits-'))
  for (const name of folders) cpSync(join(root, name), join(home, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(home, 'node_modules'), 'dir')

  return {
    /** Runs `work` while the file says something else, and puts it back. */
    async changed<Result>(file: string, change: (text: string) => string, work: () => Promise<Result>): Promise<Result> {
      const path = join(home, file)
      const text = readFileSync(path, 'utf8')
      writeFileSync(path, change(text))
      try {
        return await work()
      } finally {
        writeFileSync(path, text)
      }
    },
    run: (file: string, titles: readonly string[] = []) => verdictsOf(home, file, titles),
    remove: () => rmSync(home, { recursive: true, force: true }),
  }
}

export type TreeCopy = ReturnType<typeof copyOfTree>

const quoted = (title: string) => title.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&')

async function verdictsOf(home: string, file: string, titles: readonly string[]): Promise<Verdicts> {
  const tsx = pathToFileURL(join(root, 'node_modules/tsx/dist/loader.mjs')).href
  const named = titles.map((title) => `--test-name-pattern=^${quoted(title)}$`)
  const options = ['--import', tsx, '--test', '--test-isolation=none', '--test-force-exit', '--test-reporter=tap', ...named, file]
  const env: NodeJS.ProcessEnv = { ...process.env }
  // Set by the runner that runs us: a runner that sees it thinks it is one of its own files.
  delete env.NODE_TEST_CONTEXT
  const child = spawn(process.execPath, options, { cwd: home, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const printed: Buffer[] = []
  child.stdout.on('data', (chunk) => printed.push(chunk))
  child.stderr.on('data', (chunk) => printed.push(chunk))
  await new Promise((settle) => child.once('close', settle))
  return readTap(Buffer.concat(printed).toString('utf8'))
}

/** The tests of a TAP report, however deep; suites and what was not run are left out. */
export function readTap(report: string): Verdicts {
  const found = new Map<string, 'passed' | 'assertion failed' | 'broken'>()
  const parts = report.split(/^ *(?=(?:not )?ok \d+ - )/m).slice(1)
  for (const part of parts) {
    const [, no, title = ''] = /^(not )?ok \d+ - (.*)$/m.exec(part) ?? []
    if (/# SKIP/.test(title) || /^ *type: 'suite'/m.test(part)) continue
    const isAssertion = /^ *code: 'ERR_ASSERTION'/m.test(part)
    found.set(title.replaceAll(/\\([#\\])/g, '$1'), no ? (isAssertion ? 'assertion failed' : 'broken') : 'passed')
  }
  return found
}
