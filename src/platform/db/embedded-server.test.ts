import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, test } from 'node:test'
import { Client } from 'pg'
import { startEmbeddedServer, stopEmbeddedServer } from './embedded-server.ts'
import type { EmbeddedServer } from './embedded-server.ts'
import { isRunning } from './process-state.ts'

const asRoot = process.getuid?.() === 0
const folders: string[] = []
const homes: string[] = []
const children: ChildProcess[] = []

/** A home that does not exist yet, in a folder of this mode. */
const newHome = (mode = 0o755): string => {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-embedded-'))
  chmodSync(folder, mode)
  const home = join(folder, '.portolan')
  folders.push(folder)
  homes.push(home)
  return home
}

const start = (home: string): Promise<EmbeddedServer> => startEmbeddedServer({ home, durable: false })

/** Another process that starts the server of `home` and holds it until its input ends; says port and startedHere. */
const startElsewhere = async (home: string) => {
  const script = `
    import { startEmbeddedServer } from ${JSON.stringify(join(import.meta.dirname, 'embedded-server.ts'))}
    const server = await startEmbeddedServer({ home: ${JSON.stringify(home)}, durable: false })
    console.log(JSON.stringify({ port: server.port, startedHere: server.startedHere }))
    process.stdin.resume().once('end', () => server.stop())`
  const args = ['--import', 'tsx', '--input-type=module', '--eval', script]
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  children.push(child)
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  return { child, ...(JSON.parse(line) as { port: number; startedHere: boolean }) }
}

const ask = async (server: EmbeddedServer, sql: string): Promise<string> => {
  const client = new Client({ connectionString: server.url('superuser', 'postgres') })
  await client.connect()
  try {
    const { rows } = await client.query({ text: sql, rowMode: 'array' })
    return String(rows[0]?.[0])
  } finally {
    await client.end()
  }
}

const postmasterOf = (home: string): number =>
  Number(readFileSync(join(home, 'database/data/postmaster.pid'), 'utf8').split('\n')[0])

const killHard = async (child: ChildProcess): Promise<void> => {
  child.kill('SIGKILL')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

after(async () => {
  for (const child of children) await killHard(child)
  for (const home of homes) {
    await stopEmbeddedServer(home)
    const base = join(home, 'database')
    if (existsSync(base)) rmSync(realpathSync(base), { recursive: true, force: true })
  }
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

test('a first start makes a cluster that trusts nobody, keeps what it is told, and sorts by code point', async () => {
  const home = newHome()
  const server = await startEmbeddedServer({ home })
  assert.equal(server.startedHere, true)
  const hba = readFileSync(join(home, 'database/data/pg_hba.conf'), 'utf8')
  assert.doesNotMatch(hba.replaceAll(/#.*/g, ''), /trust|md5|peer/)
  assert.equal(await ask(server, 'show fsync'), 'on')
  assert.equal(await ask(server, 'show listen_addresses'), '127.0.0.1')
  assert.equal(
    await ask(server, "select concat(datlocprovider, ' ', datlocale) from pg_database where datname = 'portolan'"),
    'b C.UTF-8',
  )
  const stranger = new Client({ connectionString: server.url('owner').replace(/:[^:@/]+@/, ':wrong@') })
  await assert.rejects(stranger.connect(), /password authentication failed/)
  await server.stop()
  assert.equal(existsSync(join(home, 'database/data/postmaster.pid')), false)
})

test('passwords lie in the home, readable by its user alone, and stay the same', async () => {
  const home = newHome()
  const first = await start(home)
  assert.equal(statSync(join(home, 'database-passwords.json')).mode & 0o777, 0o600)
  await first.stop()
  const second = await start(home)
  assert.deepEqual(second.passwords, first.passwords)
  assert.equal(new Set(Object.values(second.passwords)).size, 5)
  await second.stop()
})

test('as root the server runs as an unprivileged user', { skip: !asRoot }, async () => {
  const home = newHome()
  const server = await start(home)
  assert.notEqual(statSync(`/proc/${postmasterOf(home)}`).uid, 0)
  assert.equal(lstatSync(join(home, 'database')).isDirectory(), true)
  await server.stop()
})

test('a home in a private folder points to a cluster that the unprivileged user can reach', {
  skip: !asRoot,
}, async () => {
  const home = newHome(0o700)
  const server = await start(home)
  assert.equal(lstatSync(join(home, 'database')).isSymbolicLink(), true)
  assert.match(realpathSync(join(home, 'database')), /^\/var\/lib\/portolan\/[0-9a-f]{16}$/)
  assert.equal(await ask(server, 'select 1'), '1')
  await server.stop()
})

const livedIn = newHome()

test('a server left behind by a killed process is taken over, and stopped by the one that took it over', async () => {
  const home = livedIn
  const killed = await startElsewhere(home)
  const pid = postmasterOf(home)
  await killHard(killed.child)
  const server = await start(home)
  assert.deepEqual([server.port, server.startedHere, postmasterOf(home)], [killed.port, true, pid])
  assert.equal(await ask(server, 'select 1'), '1')
  await server.stop()
  assert.equal(isRunning(pid), false)
})

test('a server whose own process was killed is started again', async () => {
  const home = livedIn
  const first = await start(home)
  const pid = postmasterOf(home)
  process.kill(pid, 'SIGKILL')
  while (isRunning(pid)) await new Promise(setImmediate)
  const second = await start(home)
  assert.notEqual(postmasterOf(home), pid)
  assert.equal(await ask(second, 'select 1'), '1')
  await Promise.all([first.stop(), second.stop()])
})

test('a postmaster.pid that names a stranger or a zombie does not keep the server from starting', async () => {
  const home = livedIn
  const server = await start(home)
  const file = join(home, 'database/data/postmaster.pid')
  const lines = readFileSync(file, 'utf8').split('\n').slice(1)
  await server.stop()
  // The shell leaves a child that ended; `sleep`, put in its place, never reads its exit.
  const parent = spawn('sh', ['-c', 'true & echo $!; exec sleep 600'], { stdio: ['ignore', 'pipe', 'ignore'] })
  children.push(parent)
  const [zombie] = await once(createInterface({ input: parent.stdout }), 'line')
  for (const pid of [process.pid, zombie]) {
    writeFileSync(file, [pid, ...lines].join('\n'))
    const again = await start(home)
    assert.notEqual(postmasterOf(home), Number(pid))
    assert.equal(again.startedHere, true)
    await again.stop()
  }
})

test('of processes that start at once for one new home, one makes the server and all use it', async () => {
  const home = newHome()
  const started = await Promise.all([startElsewhere(home), startElsewhere(home), startElsewhere(home)])
  assert.equal(new Set(started.map(({ port }) => port)).size, 1)
  assert.equal(started.filter(({ startedHere }) => startedHere).length, 1)
})

test('the server is stopped by the last that uses it, not before', async () => {
  const home = livedIn
  const server = await start(home)
  const neighbour = await startElsewhere(home)
  assert.equal(neighbour.startedHere, false)
  neighbour.child.stdin.end()
  await once(neighbour.child, 'exit')
  assert.equal(await ask(server, 'select 1'), '1')
  const second = await startElsewhere(home)
  await server.stop()
  assert.equal(isRunning(postmasterOf(home)), true)
  second.child.stdin.end()
  await once(second.child, 'exit')
  assert.equal(existsSync(join(home, 'database/data/postmaster.pid')), false)
})

test('a server that dies while it is held comes back on its port with what was committed', async () => {
  const server = await startEmbeddedServer({ home: livedIn, revives: true })
  await ask(server, "create table kept as select 'committed' as word")
  const pid = postmasterOf(livedIn)
  process.kill(pid, 'SIGKILL')
  const away = /ECONNREFUSED|ECONNRESET|starting up|not yet accepting|terminated/
  const word = (): Promise<string> =>
    ask(server, 'select word from kept').catch((error) => {
      if (away.test(String(error))) return word()
      throw error
    })
  assert.equal(await word(), 'committed')
  assert.notEqual(postmasterOf(livedIn), pid)
  await server.stop()
})

test('a cluster left half-made is made anew', async () => {
  const home = newHome()
  mkdirSync(join(home, 'database/data.new'), { recursive: true })
  writeFileSync(join(home, 'database/data.new/PG_VERSION'), '18')
  chmodSync(home, 0o711)
  const server = await start(home)
  assert.equal(await ask(server, 'select 1'), '1')
  await server.stop()
})

test('a home that cannot be written is one clear line', async () => {
  const folder = newHome()
  mkdirSync(folder)
  writeFileSync(join(folder, 'file'), '')
  await assert.rejects(start(join(folder, 'file', 'home')), {
    message: `PORTOLAN_HOME ${join(folder, 'file', 'home')} cannot be written (ENOTDIR)`,
  })
})
