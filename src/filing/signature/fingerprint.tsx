import type { Text } from '../../platform/i18n/text.ts'
import { shortFingerprint } from './signed-document.ts'

/** The hash of a signed document: its short form always, all of it when opened, and on paper. Its groups never change places. */
export function Fingerprint({ t, sha256, why }: { t: Text; sha256: string; why: string }) {
  return (
    <details>
      <summary>{t.rich('papers.fingerprint', { short: <bdi dir="ltr">{shortFingerprint(sha256)}</bdi> })}</summary>
      <p>{t('papers.fingerprint-all')}</p>
      <p class="hash" dir="ltr">
        <code>{sha256}</code>
      </p>
      <p>{why}</p>
    </details>
  )
}
