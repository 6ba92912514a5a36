import { Readable } from 'node:stream'
import { fileAnswer } from '../../../platform/http/answer.ts'
import { endpoint, recordsNothing } from '../../../platform/http/page.ts'
import { anyone } from '../../../platform/http/visit.ts'
import { paths } from '../../../platform/paths.ts'
import { keysAsText, publishedKeys } from '../keys/published-keys.ts'

/** The public keys behind the signatures of notices, the one in use first, each under its id; those that are used no more stay. */
export const noticeKeysEndpoint = endpoint({
  path: paths.noticeKeys,
  method: 'GET',
  access: anyone,
  audit: recordsNothing('A public key is public'),
  run: async (context) => {
    const text = keysAsText((await context.read(publishedKeys, undefined)) ?? [])
    return fileAnswer({ body: Readable.from([Buffer.from(text)]), contentType: 'application/x-pem-file', fileName: 'notice-keys.pem' })
  },
})
