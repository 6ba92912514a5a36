import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const mayRun = (path) => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The first path that may be run: these, the names in the folders of PATH and in those besides, and then the last resorts. */
export const firstToRun = ({ before, names, besides = [], after = [] }) => {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...besides]
  const inFolders = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [before, ...inFolders, ...after].find((path) => path && mayRun(path))
}

/** Installs a package with the system's package manager where it has one and we may; says what is being installed. */
export const installPackage = (name, words) => {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return
  console.error(`Installing ${words} …`)
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  spawnSync('apt-get', ['update', '-qq'], quiet)
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], quiet)
}
