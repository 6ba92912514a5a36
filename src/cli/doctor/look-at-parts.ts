import { randomBytes } from 'node:crypto'
import { statfs } from 'node:fs/promises'
import { connect } from 'node:net'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { Deployment } from '../../app/deployment.ts'
import { signatureDays, signatureDaysMost } from '../../app/scanner.ts'
import { systemActor } from '../../platform/actor.ts'
import { readMigrations } from '../../platform/db/migrate.ts'
import { readServerFacts } from '../../platform/db/server-facts-store.ts'
import { asActor } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import { clamdAt, readClamdUrl } from '../../platform/scan/index.ts'
import { type Finding, finding, looked } from './finding.ts'

const clockSecondsMost = 2
const mebibyte = 1024 * 1024

/** Asks every part that the deployment stands on, one after another, and says what each answers. */
export async function lookAtParts(deployment: Deployment): Promise<Finding[]> {
  const looks: [string, (deployment: Deployment) => Promise<Finding | Finding[]>][] = [
    ['database', database],
    ['keys', keys],
    ['mail', mail],
    ['text messages', textMessages],
    ['storage', storage],
    ['scanner', scanner],
    ['payments', payments],
    ['disk', disk],
  ]
  const found: Finding[] = []
  for (const [part, look] of looks) found.push(...(await looked(part, () => look(deployment))))
  return found
}

async function database({ pools, services }: Deployment): Promise<Finding[]> {
  const facts = []
  for (const pool of [pools.portal, pools.office, pools.worker]) {
    const before = services.clock.now()
    const read = await asActor(pool, systemActor('operator'), { readOnly: true }, readServerFacts)
    const after = services.clock.now()
    const middle = before.add({ milliseconds: Math.round(before.until(after).total('milliseconds') / 2) })
    facts.push({ ...read, aheadSeconds: middle.until(read.at).total('seconds') })
  }
  const apart = Math.max(...facts.map(({ aheadSeconds }) => Math.abs(aheadSeconds)))
  const above = facts.filter(({ isAboveRows }) => isAboveRows).map(({ role }) => role)
  const roles = facts.map(({ role }) => role).join(', ')
  return [
    finding('database', above.length > 0 ? 'bad' : 'good', above.length > 0 ? `${above.join(', ')} may pass every wall between people: take superuser and bypassrls from it` : `PostgreSQL ${facts[0]?.version}, as ${roles}`),
    finding('migrations', 'good', `all ${readMigrations().length} are applied`),
    finding('clock', apart > clockSecondsMost ? 'bad' : 'good', `this machine and the database are ${apart.toFixed(1)} s apart`),
  ]
}

async function keys({ services, config }: Deployment): Promise<Finding> {
  const { ids, currentId } = services.keys
  const own = config.masterKey ? 'of the settings' : 'of the demonstration, in its home'
  return finding('keys', 'good', `${ids.length} ${own}; new things are sealed with ${currentId}`)
}

async function mail({ smtp, config }: Deployment): Promise<Finding> {
  if (!smtp) return finding('mail', config.mode === 'production' ? 'bad' : 'good', 'no server; the demonstration’s outbox takes it')
  await smtp.check()
  const tls = config.smtpUrl?.startsWith('smtps:') ? 'over TLS' : 'greets us, with STARTTLS beyond this machine'
  return finding('mail', 'good', `the server ${tls}; that it delivers, only a mail shows`)
}

async function textMessages({ config, services }: Deployment): Promise<Finding> {
  if (!config.smsUrl) return finding('text messages', 'good', services.sms.isOffered ? 'no provider; the demonstration’s outbox takes them' : 'not offered to anybody')
  const { hostname, port, protocol } = new URL(config.smsUrl)
  await reached(hostname, Number(port) || (protocol === 'http:' ? 80 : 443))
  return finding('text messages', 'good', 'the provider can be reached; that it delivers, only a message shows')
}

function reached(host: string, port: number): Promise<void> {
  return new Promise((settle, fail) => {
    const socket = connect({ host, port, timeout: 5_000 }, () => {
      socket.destroy()
      settle()
    })
    socket.once('error', fail).once('timeout', () => socket.destroy(Object.assign(new Error(), { code: 'ETIMEDOUT' })))
  })
}

async function storage({ services: { storage: port }, config }: Deployment): Promise<Finding> {
  const [key, bytes] = [newId(), randomBytes(100_000)]
  await port.put(key, Readable.from([bytes]))
  const isSame = (await buffer(await port.get(key))).equals(bytes)
  await port.delete(key)
  const isGone = !(await port.exists(key))
  const where = config.storageUrl?.startsWith('s3:') ? 'the bucket' : 'the folder'
  return isSame && isGone
    ? finding('storage', 'good', `${where} takes, gives back and deletes`)
    : finding('storage', 'bad', isSame ? `${where} does not delete` : `${where} gives back other bytes than it was given`)
}

async function scanner({ config, services }: Deployment): Promise<Finding> {
  const inProduction = config.mode === 'production' ? 'warn' : 'good'
  const read = config.clamavUrl ? readClamdUrl(config.clamavUrl) : null
  if (!read?.ok) return finding('scanner', inProduction, 'none that knows malware: files get structural checks only, and pages say so')
  const version = await clamdAt(read.address).version()
  if (!version) return finding('scanner', 'bad', 'clamd does not answer: new files wait, and nothing is lost')
  const { engine, signaturesAt } = version
  const days = signatureDays(signaturesAt, services.clock.now())
  if (days === null) return finding('scanner', 'warn', `${engine}, with signatures of no date: does freshclam run?`)
  const old = days > signatureDaysMost
  return finding('scanner', old ? 'warn' : 'good', `${engine}, signatures of ${signaturesAt?.toString()} (${days} days old)${old ? ': does freshclam run?' : ''}`)
}

async function payments({ services: { pay }, config }: Deployment): Promise<Finding> {
  if (config.mode === 'production' && !config.stripe) return finding('payments', 'warn', 'nobody takes fees: STRIPE_SECRET_KEY names who does')
  // The cashier is a part of `serve` itself: while that does not run, nobody pays either.
  const found = await pay.findByReference(newId()).catch((fault: unknown) => (config.stripe ? Promise.reject(fault) : null))
  if (!found) return finding('payments', 'warn', 'the demonstration’s cashier does not run')
  return finding('payments', 'good', config.stripe ? 'Stripe answers to our key' : 'the demonstration’s cashier answers')
}

async function disk({ config }: Deployment): Promise<Finding[]> {
  const folders = { home: config.home, ...(config.storageUrl?.startsWith('file:') ? { files: fileURLToPath(config.storageUrl) } : {}) }
  const found: Finding[] = []
  for (const [name, folder] of Object.entries(folders)) {
    const { bavail, bsize, blocks } = await statfs(folder)
    const free = bavail * bsize
    const share = blocks > 0 ? bavail / blocks : 1
    const state = free < 200 * mebibyte ? 'bad' : free < 2_048 * mebibyte || share < 0.05 ? 'warn' : 'good'
    found.push(finding(`disk of the ${name}`, state, `${Math.floor(free / mebibyte)} MB free (${Math.round(share * 100)} %)`))
  }
  return found
}
