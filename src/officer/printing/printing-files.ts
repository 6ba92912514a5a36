import { openBundle, renderLetter } from '../../cases/index.ts'
import { fileAnswer, notFound } from '../../platform/http/answer.ts'
import { endpoint, records } from '../../platform/http/page.ts'
import { officePaths } from '../../platform/paths.ts'
import { staffWho } from '../sessions/access.ts'
import { takeBundle, takeLetter } from './printing-acts.ts'

/** The bundle, opened while it is sent: it lies nowhere unsealed. A broken seal ends it with an error. */
export const bundleEndpoint = endpoint({
  path: officePaths.printBundle,
  method: 'GET',
  access: staffWho('print-letters'),
  audit: records(takeBundle),
  run: async ({ perform, services, params }) => {
    const taken = await perform(takeBundle, { batch: params.batch })
    if (!taken.ok) return notFound
    const { ordinal, sha256 } = taken.output
    const body = await openBundle(services, taken.output)
    return fileAnswer({ body, contentType: 'application/zip', fileName: `letters-${ordinal}.zip`, sha256 })
  },
})

/** A letter that was set apart, with a mark for each character that no font has: to be written in by hand. */
export const letterByHandEndpoint = endpoint({
  path: officePaths.letterByHand,
  method: 'GET',
  access: staffWho('print-letters'),
  audit: records(takeLetter),
  run: async ({ perform, services, params }) => {
    const taken = await perform(takeLetter, { letter: params.letter })
    if (!taken.ok) return notFound
    const { bytes } = await renderLetter(services, taken.output)
    return fileAnswer({ body: bytes, contentType: 'application/pdf', fileName: 'letter.pdf' })
  },
})
