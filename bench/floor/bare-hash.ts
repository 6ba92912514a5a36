// The floor of a sign-in: the password's hash and nothing else, `?hashes=` of them one after the other.
import { createServer } from 'node:http'
import { hash, verify } from '@node-rs/argon2'

/** As the product's passwords: argon2id, 19 MiB, two passes, one lane. */
const strength = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 }
const stored = await hash('Portolan!demo1', strength)

const server = createServer(async (request, response) => {
  const hashes = Number(new URL(request.url ?? '/', 'http://localhost').searchParams.get('hashes'))
  for (let turn = 0; turn < hashes; turn += 1) await verify(stored, 'Portolan!demo1')
  response.end('done')
})
server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'))
process.on('SIGTERM', () => process.exit(0))
