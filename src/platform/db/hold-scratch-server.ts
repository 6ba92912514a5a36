import { stopEmbeddedServer } from './embedded-server.ts'
import { scratchHome, scratchServer } from './scratch-database.ts'

/** The shared server stays up until the input ends, and longer if it ran before or others use it (bin/test.mjs). */
const hold = async (): Promise<void> => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {})
  const server = await scratchServer()
  console.log('ready')
  process.stdin.resume().once('end', async () => {
    if (server.startedHere) await server.stop({ evenIfToStay: true })
    process.exit()
  })
}

await (process.argv.includes('--stop') ? stopEmbeddedServer(scratchHome) : hold())
