import { setTimeout as wait } from 'node:timers/promises'
import type { Context } from '../../platform/http/page.ts'
import { filesOfDraft } from '../files.ts'
import { noticeIn } from './notice.ts'

const newsWithinMilliseconds = 2000
const lookEveryMilliseconds = 150
/** A clock that stands still ends the wait too. */
const looksMost = Math.ceil(newsWithinMilliseconds / lookEveryMilliseconds)

/**
 * The page that an upload leads to waits for the check of what has just come in, until two seconds after it came: mostly
 * it can then say at once what was found. The upload itself is answered as soon as the file is durable, and the same page
 * asked for again later waits no more.
 */
export async function newsOfCheck(context: Pick<Context, 'read' | 'query' | 'services'>, draft: string): Promise<void> {
  const notice = noticeIn(context.query)
  if (notice?.kind !== 'good' || (notice.outcome !== 'received' && notice.outcome !== 'replaced')) return
  for (let look = 0; look < looksMost; look += 1) {
    const files = await context.read(filesOfDraft, draft)
    const since = context.services.clock.now().subtract({ milliseconds: newsWithinMilliseconds })
    const waits = files?.some(({ state, uploadedAt }) => state === 'received' && Temporal.Instant.compare(uploadedAt, since) > 0)
    if (!waits) return
    await wait(lookEveryMilliseconds)
  }
}
