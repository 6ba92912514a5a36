import { emptyDemo } from '../app/demo/empty-demo.ts'
import type { Config } from '../config.ts'

/** Empties the demonstration; the next start fills it again. */
export async function demoReset(config: Config): Promise<number> {
  await emptyDemo(config)
  console.log('The demonstration is empty. The next start fills it again.')
  return 0
}
