import { setTimeout as pause } from 'node:timers/promises'
import type { Context } from '../../platform/http/page.ts'
import { type Standing, submissionFor } from '../submission/submission-for.ts'

const lookEveryMilliseconds = 100
const looksMost = 20

/**
 * Looks at a submission until its payment is past these states, two seconds at most: its job usually takes less, and
 * then the person never sees a page that waits. Returns how it stands then; null when it is not theirs.
 */
export async function waitWhile(
  context: Pick<Context, 'read' | 'services'>,
  submission: string,
  isWaiting: (standing: Standing) => boolean,
): Promise<Standing | null> {
  const pauseFor = context.services.pauseFor ?? ((milliseconds: number) => pause(milliseconds))
  for (let look = 1; ; look++) {
    const standing = await context.read(submissionFor, { submission })
    if (!standing || !isWaiting(standing) || look > looksMost) return standing
    await pauseFor(lookEveryMilliseconds)
  }
}
