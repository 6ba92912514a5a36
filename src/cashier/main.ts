import { createInterface } from 'node:readline'
import { z } from 'zod'
import { startCashier } from './start-cashier.ts'

const settingsShape = z.strictObject({
  port: z.int().min(0).max(65_535),
  host: z.string().optional(),
  stateFile: z.string().min(1),
  apiKey: z.string(),
  webhookSecret: z.string(),
  publicUrl: z.url().optional(),
  slowAnswerMs: z.int().min(0).optional(),
  bankStepMs: z.int().min(0).optional(),
  retryDelaysMs: z.array(z.int().min(0)).optional(),
  chaos: z
    .strictObject({
      loseEvents: z.union([z.int().min(0), z.literal('all')]).optional(),
      doubleEvents: z.boolean().optional(),
      holdEveryOtherEventMs: z.int().min(0).optional(),
    })
    .optional(),
})

async function firstLineOfStdin(): Promise<string> {
  for await (const line of createInterface({ input: process.stdin })) return line
  return ''
}

/** The text holds keys, so no complaint may quote it. */
function readSettings(text: string) {
  try {
    return settingsShape.parse(JSON.parse(text))
  } catch (error) {
    throw new Error(error instanceof z.ZodError ? z.prettifyError(error) : 'The settings are not JSON.')
  }
}

/**
 * `main.ts '{"port":0,…}'`, or `main.ts -` with the settings as the first line of standard input: the keys then stay
 * out of the process list, and the cashier ends when that input ends. Prints its address as one line of JSON.
 */
async function main(argument: string | undefined): Promise<void> {
  const isPiped = argument === '-'
  const settings = readSettings(isPiped ? await firstLineOfStdin() : (argument ?? ''))
  const cashier = await startCashier(settings)
  const stop = () => void cashier.close().then(() => process.exit(0))
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  if (isPiped && process.stdin.readableEnded) stop()
  if (isPiped) process.stdin.once('end', stop).resume()
  console.log(JSON.stringify({ url: cashier.url, port: cashier.port }))
}

main(process.argv[2]).catch((error: unknown) => {
  const reason = error instanceof Error ? error.message : String(error)
  console.error(`cashier: ${reason.replaceAll('\n', ' ')}`)
  process.exit(1)
})
