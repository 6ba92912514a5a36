// What every script does first. Node 20 and nothing else may be here: packages are not there yet.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const pinnedNode = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')
const tsx = pathToFileURL(join(root, 'node_modules', 'tsx', 'dist', 'loader.mjs')).href

/** Installs the packages of package-lock.json when they are not the ones there. Ends the process when npm fails. */
export const install = () => {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  const record = join(root, 'node_modules', '.portolan-lock')
  if (existsSync(record) && existsSync(pinnedNode) && readFileSync(record, 'utf8') === wanted) return
  console.error('Installing packages …')
  // Not `npm ci`: it refuses a lock made where the registry lacks a package of some other platform.
  const command = ['install', '--no-save']
  const quietly = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error']
  const options = { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' }
  const { status } = spawnSync('npm', [...command, ...quietly], options)
  if (status !== 0 || !existsSync(pinnedNode)) {
    console.error('The packages could not be installed; npm says why above')
    process.exit(1)
  }
  // A new file takes its place: node_modules may be a copy that shares its files with other checkouts.
  writeFileSync(`${record}.new`, wanted)
  renameSync(`${record}.new`, record)
}

/** Starts the pinned Node on these arguments, with TypeScript. */
export const startPinned = (args, options = {}) =>
  spawn(pinnedNode, ['--import', tsx, ...args], {
    stdio: 'inherit',
    cwd: root,
    shell: process.platform === 'win32',
    ...options,
  })

/** Settles with the exit code of a started process, passing this process's signals on to it meanwhile. */
export const exitCodeOf = (child) => {
  // A terminal sends Ctrl-C to both of us; elsewhere a signal to us was meant for the one we started.
  const passOn = (signal) => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, passOn)
  return new Promise((settle) => {
    child.once('error', (error) => {
      console.error(error.message)
      settle(1)
    })
    child.once('exit', (code, signal) => settle(code ?? 128 + (constants.signals[signal] ?? 0)))
  })
}

/** Installs, runs a TypeScript file of this repository, and ends as it ends. */
export const runScript = async (file, args, options = []) => {
  install()
  process.exitCode = await exitCodeOf(startPinned([...options, join(root, file), ...args], { cwd: process.cwd() }))
}

/** The product's own executable, with its options of Node; `bench/` starts it with the same. */
export const runProduct = (args) =>
  runScript('src/main.ts', args, JSON.parse(readFileSync(join(root, 'bin', 'product-options.json'), 'utf8')))
