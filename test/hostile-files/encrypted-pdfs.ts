import { createCipheriv, createHash } from 'node:crypto'
import { encryptedPdf, rc4, samplePdf } from '../../src/platform/preview/sample-files.ts'
import type { HostileFile } from './hostile-file.ts'

const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex')
const id = Buffer.alloc(16, 7)
const permissions = Buffer.from('c0f0ffff', 'hex')
const md5 = (...parts: Buffer[]) => createHash('md5').update(Buffer.concat(parts)).digest()
const sha256 = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest()
const padded = (password: string) => Buffer.concat([Buffer.from(password, 'latin1'), padding]).subarray(0, 32)

const rounds = (hash: Buffer) => Array.from({ length: 50 }).reduce((digest: Buffer) => md5(digest), hash)
const twentyKeys = (key: Buffer, text: Buffer) =>
  Array.from({ length: 20 }, (_, turn) => turn).reduce((bytes, turn) => rc4(Buffer.from(key.map((byte) => byte ^ turn)), bytes), text)

const withHandler = (handler: string) =>
  samplePdf({ trailer: `/Encrypt << ${handler} /P -3904 >> /ID [<${id.toString('hex')}> <${id.toString('hex')}>]` })

/** Keys of 128 bits (ISO 32000-1, 7.6.3, revisions 3 and 4): the fourth says by which cipher. */
function encrypted128(user: string, owner: string, filters: string): Buffer {
  const ownerEntry = twentyKeys(rounds(md5(padded(owner))), padded(user))
  const key = rounds(md5(padded(user), ownerEntry, permissions, id))
  const userEntry = Buffer.concat([twentyKeys(key, md5(padding, id)), Buffer.alloc(16)])
  return withHandler(`/Filter /Standard ${filters} /Length 128 /O <${ownerEntry.toString('hex')}> /U <${userEntry.toString('hex')}>`)
}

/** Keys of 256 bits (ISO 32000-2, 7.6.4, in its first form, revision 5). */
function encrypted256(user: string, owner: string): Buffer {
  const fileKey = Buffer.alloc(32, 9)
  const wrapped = (password: string, salt: Buffer, more: Buffer) => {
    const cipher = createCipheriv('aes-256-cbc', sha256(Buffer.from(password), salt, more), Buffer.alloc(16)).setAutoPadding(false)
    return Buffer.concat([cipher.update(fileKey), cipher.final()])
  }
  const [check, salt] = [Buffer.alloc(8, 1), Buffer.alloc(8, 2)]
  const userEntry = Buffer.concat([sha256(Buffer.from(user), check), check, salt])
  const ownerEntry = Buffer.concat([sha256(Buffer.from(owner), check, userEntry), check, salt])
  const entries = { O: ownerEntry, U: userEntry, OE: wrapped(owner, salt, userEntry), UE: wrapped(user, salt, Buffer.alloc(0)), Perms: Buffer.alloc(16) }
  const words = Object.entries(entries).map(([name, bytes]) => `/${name} <${bytes.toString('hex')}>`).join(' ')
  return withHandler(`/Filter /Standard /V 5 /R 5 ${aes('AESV3', 32)} /Length 256 ${words}`)
}

const aes = (method: string, bytes: number) => `/CF << /StdCF << /CFM /${method} /AuthEvent /DocOpen /Length ${bytes} >> >> /StmF /StdCF /StrF /StdCF`

const made: readonly [what: string, bytes: () => Buffer][] = [
  ['RC4 of 40 bits, a password to open', () => encryptedPdf('secret')],
  ['RC4 of 40 bits, no password to open', () => encryptedPdf('')],
  ['RC4 of 128 bits, a password to open', () => encrypted128('secret', 'owner', '/V 2 /R 3')],
  ['RC4 of 128 bits, a password to change', () => encrypted128('', 'owner', '/V 2 /R 3')],
  ['AES of 128 bits, a password to open', () => encrypted128('secret', 'owner', `/V 4 /R 4 ${aes('AESV2', 16)}`)],
  ['AES of 128 bits, a password to change', () => encrypted128('', 'owner', `/V 4 /R 4 ${aes('AESV2', 16)}`)],
  ['AES of 256 bits, a password to open', () => encrypted256('secret', 'owner')],
  ['AES of 256 bits, a password to change', () => encrypted256('', 'owner')],
  ['a certificate to open', () => withHandler('/Filter /Adobe.PubSec /SubFilter /adbe.pkcs7.s4 /V 2 /Length 128 /Recipients [<30>]')],
  ['a rights server', () => withHandler('/Filter /FileOpen /V 1')],
  ['a way that nobody knows', () => withHandler('/Filter /Standard /V 9 /R 9')],
  ['a handler that is not there', () => samplePdf({ trailer: '/Encrypt 99 0 R' })],
  ['its handler’s name in signs for signs', () => samplePdf({ trailer: '/#45ncrypt << /Filter /FileOpen /V 1 >>' })],
]

export const encryptedFiles = (): HostileFile[] =>
  made.map(([what, bytes]) => ({ what: `PDF locked: ${what}`, fileName: 'locked.pdf', bytes, ends: 'encrypted-pdf' }))
