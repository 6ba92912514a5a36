import { isDemonstration } from '../../agency/index.ts'
import { type Answer, fileAnswer, seeOther } from '../../platform/http/answer.ts'
import type { Context } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'

/**
 * The backup code as a plain text file, for as long as its page shows it: saving it needs no script and leaves nothing
 * in a cache. Where no code is shown any more, its page says so and what to do.
 */
export function codeAsText({ t, services }: Pick<Context, 't' | 'services'>, code: string | null, page: string): Answer {
  if (!code) return seeOther(page)
  const lines = [
    t('accounts.backup.label'),
    code,
    t('recovery.code-file.what'),
    t('recovery.code-file.where', { at: services.publicUrl + paths.signIn() }),
    t('recovery.code-file.keep'),
    ...(isDemonstration(services) ? [t('ui.demonstration')] : []),
  ]
  const body = Buffer.from(`${lines.join('\r\n\r\n')}\r\n`)
  return fileAnswer({ body, contentType: 'text/plain; charset=utf-8', fileName: 'backup-code.txt' })
}
