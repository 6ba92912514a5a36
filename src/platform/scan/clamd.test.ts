import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { PassThrough, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { after, before, describe, it } from 'node:test'
import { ZipFile } from 'yazl'
import { type RealClamd, realClamd, streamBytesMost } from '../../../test/cast/real-clamd.ts'
import { samplePdf, samplePicture } from '../preview/sample-files.ts'
import { clamdAt, versionIn } from './clamd.ts'
import { readClamdUrl } from './clamd-address.ts'
import { usualPatience } from './clamd-conversation.ts'
import type { ScanVerdict } from './scan.ts'
import { eicarText } from './structural-scanner.ts'

const found = { found: 'Test.EICAR.UNOFFICIAL' }
const eicar = Buffer.from(eicarText)
const scannedBy = (clamd: Pick<RealClamd, 'address'>, bytes: Buffer) => clamdAt(clamd.address).scan(Readable.from([bytes]))

function zipped(name: string, bytes: Buffer): Promise<Buffer> {
  const zip = new ZipFile()
  zip.addBuffer(bytes, name)
  zip.end()
  return buffer(zip.outputStream as unknown as Readable)
}

const mailWith = (name: string, bytes: Buffer) =>
  Buffer.from(
    [
      'From: someone@example.test',
      'To: office@example.test',
      'Subject: my documents',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="part"',
      '',
      '--part',
      'Content-Type: text/plain',
      '',
      'See the file.',
      '--part',
      `Content-Type: application/octet-stream; name="${name}"`,
      'Content-Transfer-Encoding: base64',
      `Content-Disposition: attachment; filename="${name}"`,
      '',
      bytes.toString('base64'),
      '--part--',
      '',
    ].join('\r\n'),
  )

/** A PDF that a reader opens and an unpacker unpacks: a zip lies behind its end. */
const polyglot = async () => Buffer.concat([samplePdf(), await zipped('a.com', eicar)])

describe('a real clamd', () => {
  let clamd: RealClamd
  before(async () => {
    clamd = await realClamd()
  })
  after(() => clamd.end())

  it('finds the test file plain, in a zip, in a zip of a zip, in a mail, in a PDF and behind one', async () => {
    const inside = await zipped('a.com', eicar)
    const files = {
      plain: eicar,
      zip: inside,
      'zip in a zip': await zipped('b.zip', inside),
      mail: mailWith('a.com', eicar),
      'zip in a mail': mailWith('b.zip', inside),
      'compressed in a PDF': samplePdf({ objects: [clamd.malwareStream()] }),
      'PDF that is a zip': await polyglot(),
    }
    for (const [kind, bytes] of Object.entries(files)) assert.deepEqual(await scannedBy(clamd, bytes), found, kind)
  })

  it('calls ordinary files clean, in whatever pieces they come, an empty one too', async () => {
    for (const bytes of [samplePdf(), await samplePicture('jpeg', 900, 600), await zipped('a.txt', Buffer.from('a letter'))])
      assert.equal(await scannedBy(clamd, bytes), 'clean')
    assert.equal(await clamdAt(clamd.address).scan(Readable.from([])), 'clean')
    const pieces = Readable.from(Array.from(samplePdf(), (byte) => Buffer.from([byte])))
    assert.equal(await clamdAt(clamd.address).scan(pieces), 'clean')
    assert.deepEqual(await clamdAt(clamd.address).scan(Readable.from(Array.from(eicar, (byte) => Buffer.from([byte])))), found)
  })

  it('gives no verdict on more than it takes: up to its limit a file is judged, above it is not clean', async () => {
    assert.equal(await scannedBy(clamd, Buffer.alloc(streamBytesMost)), 'clean')
    for (const beyond of [1, 100_000, 20 * streamBytesMost])
      assert.equal(await scannedBy(clamd, Buffer.alloc(streamBytesMost + beyond)), 'error', String(beyond))
  })

  it('gives no verdict on a file that cannot be read to its end', async () => {
    const breaking = Readable.from(
      (async function* () {
        yield samplePdf()
        throw new Error('the storage went away')
      })(),
    )
    assert.equal(await clamdAt(clamd.address).scan(breaking), 'error')
    assert.equal(breaking.destroyed, true)
  })

  it('scans many files at once, each on its own', async () => {
    const verdicts = await Promise.all(Array.from({ length: 20 }, (_, turn) => scannedBy(clamd, turn % 2 ? eicar : samplePdf())))
    assert.deepEqual(verdicts, Array.from({ length: 20 }, (_, turn) => (turn % 2 ? found : 'clean')))
  })

  it('killed in the middle of a scan gives no verdict; away it is not there; back it judges again', async () => {
    const scanner = clamdAt(clamd.address)
    const bytes = new PassThrough()
    const scanning = scanner.scan(bytes)
    bytes.write(samplePdf())
    assert.equal(await scanner.isThere(), true)
    await clamd.kill()
    assert.equal(await scanning, 'error')
    assert.equal(bytes.destroyed, true)
    assert.deepEqual([await scanner.isThere(), await scanner.version()], [false, null])
    assert.equal(await scannedBy(clamd, samplePdf()), 'error')
    await clamd.start()
    assert.deepEqual([await scanner.isThere(), await scannedBy(clamd, samplePdf()), await scannedBy(clamd, eicar)], [true, 'clean', found])
  })

  it('says what it is', async () => {
    const version = await clamdAt(clamd.address).version()
    assert.match(version?.engine ?? '', /^ClamAV \d+\.\d+/)
    assert.equal(version?.signaturesAt, null)
  })
})

describe('whatever else answers in the place of clamd', () => {
  const quick = { connectMilliseconds: 200, silentMilliseconds: 200, wholeMilliseconds: 600 }

  /** The verdict when the far side does this with each connection. */
  async function verdictWhen(does: (socket: Socket) => void, bytes: Readable = Readable.from([samplePdf()])): Promise<ScanVerdict> {
    const server = createServer((socket) => {
      socket.on('error', () => undefined)
      does(socket)
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    try {
      const { port } = server.address() as AddressInfo
      return await clamdAt({ host: '127.0.0.1', port }, quick).scan(bytes)
    } finally {
      server.close()
    }
  }
  /** Answers once the whole file is there: a length of zero ends it. */
  const saying = (answer: string) => (socket: Socket) => {
    let heard = Buffer.alloc(0)
    socket.on('data', (chunk: Buffer) => {
      heard = Buffer.concat([heard, chunk])
      if (heard.subarray(-4).equals(Buffer.alloc(4))) socket.end(answer)
    })
  }

  it('is clean by the exact words alone: everything else is no verdict', async () => {
    assert.equal(await verdictWhen(saying('stream: OK\0')), 'clean')
    assert.deepEqual(await verdictWhen(saying('stream: A.B-1 FOUND\0')), { found: 'A.B-1' })
    const others = ['stream: OK', 'OK\0', 'stream: ok\0', ' stream: OK\0', 'stream: OK \0', 'stream: OK\n\0', 'stream: OK\0stream: OK\0', '\0', '']
    const errors = ['stream: Can’t allocate memory ERROR\0', 'INSTREAM size limit exceeded. ERROR\0', 'COMMAND READ TIMED OUT\0', 'UNKNOWN COMMAND\0', 'stream:  FOUND\0']
    for (const answer of [...others, ...errors, 'HTTP/1.1 200 OK\r\n\r\n\0', `${'x'.repeat(100_000)}\0`])
      assert.equal(await verdictWhen(saying(answer)), 'error', JSON.stringify(answer.slice(0, 40)))
  })

  it('is believed only once it has heard the whole file', async () => {
    const bytes = new PassThrough()
    bytes.write(samplePdf())
    assert.equal(await verdictWhen((socket) => socket.write('stream: OK\0'), bytes), 'error')
  })

  it('may close, reset, be silent or talk without end: no verdict, in bounded time', async () => {
    const endless = (socket: Socket) => {
      const timer = setInterval(() => socket.write('.'), 20)
      socket.on('close', () => clearInterval(timer))
      socket.resume()
    }
    const faults = [(socket: Socket) => socket.end(), (socket: Socket) => socket.resetAndDestroy(), () => undefined, endless]
    for (const does of faults) assert.equal(await verdictWhen(does), 'error')
    for (const does of faults) assert.equal(await verdictWhen(does, Readable.from([Buffer.alloc(30_000_000)])), 'error')
  })

  it('ends with its file: a file that stalls is given up', async () => {
    const stalled = new PassThrough()
    assert.equal(await verdictWhen((socket) => void socket.resume(), stalled), 'error')
    assert.equal(stalled.destroyed, true)
  })
})

describe('the patience with a clamd', () => {
  it('is longer than clamd’s own with a file, and ends', () => {
    assert.ok(usualPatience.silentMilliseconds > 120_000, 'MaxScanTime')
    assert.ok(usualPatience.wholeMilliseconds > usualPatience.silentMilliseconds)
    assert.ok(usualPatience.wholeMilliseconds <= 300_000)
  })
})

describe('what a clamd says of itself', () => {
  it('is its engine, and the age of its signatures where they have a date', () => {
    const dated = versionIn('ClamAV 1.4.6/27833/Wed Nov  5 08:26:12 2025')
    assert.deepEqual([dated?.engine, dated?.signaturesAt?.toString()], ['ClamAV 1.4.6', '2025-11-05T08:26:12Z'])
    assert.deepEqual(versionIn('ClamAV 1.4.6'), { engine: 'ClamAV 1.4.6', signaturesAt: null })
    for (const date of ['', 'soon', 'Wed Xyz 5 08:26:12 2025']) assert.equal(versionIn(`ClamAV 1/2/${date}`)?.signaturesAt, null)
    assert.equal(versionIn('SSH-2.0'), null)
  })
})

describe('CLAMAV_URL', () => {
  it('names a socket, or a host and port', () => {
    const read = (url: string) => {
      const answer = readClamdUrl(url)
      return answer.ok ? answer.address : null
    }
    assert.deepEqual(read('unix:///run/clamav/clamd.ctl'), { path: '/run/clamav/clamd.ctl' })
    assert.deepEqual(read('unix:/run/a%20b'), { path: '/run/a b' })
    assert.deepEqual(read('tcp://scanner:3311'), { host: 'scanner', port: 3311 })
    assert.deepEqual(read('tcp://scanner'), { host: 'scanner', port: 3310 })
    assert.deepEqual(read('tcp://[::1]:3310'), { host: '::1', port: 3310 })
    for (const url of ['http://scanner:3310', 'scanner', 'unix:', 'unix://host/a', 'unix:///%zz', 'tcp://a:b@scanner', 'tcp://scanner/path', 'tcp://', 'file:///a'])
      assert.equal(read(url), null, url)
  })
})
