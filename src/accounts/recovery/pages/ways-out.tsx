import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'

/** Below every step of a reset: begin again, or the slow way for who has nothing of what is asked. */
export function WaysOut({ t }: { t: Text }) {
  return (
    <>
      <p>
        <a href={paths.forgotPassword()}>{t('recovery.code.again')}</a>
      </p>
      <p>{t.rich('recovery.lost.link', { link: (words) => <a href={paths.recovery()}>{words}</a> })}</p>
    </>
  )
}
