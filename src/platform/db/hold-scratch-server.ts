import { scratchServer } from './scratch-database.ts'

// Run by bin/test.mjs: the shared server stays up until the input ends, and longer if it ran before or others use it.
const server = await scratchServer()
console.log('ready')
process.stdin.resume().once('end', async () => {
  if (server.startedHere) await server.stop({ evenIfToStay: true })
  process.exit()
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {})
