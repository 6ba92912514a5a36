// The floor of an upload: the body streamed to disk through SHA-256 and AES-256-GCM, and nothing else. Answered once the
// file is durable, as the product answers; at /unsynced once it is written, for whoever wants to compare with that.
import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

const folder = process.env.FOLDER ?? '.'
let files = 0

const server = createServer(async (request, response) => {
  const hash = createHash('sha256')
  const hashing = new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  files += 1
  const cipher = createCipheriv('aes-256-gcm', randomBytes(32), randomBytes(12))
  await pipeline(request, hashing, cipher, createWriteStream(join(folder, `${files}.bin`), { flush: request.url !== '/unsynced' }))
  response.end(hash.digest('hex'))
})
server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'))
process.on('SIGTERM', () => process.exit(0))
