import type { Text } from '../../platform/i18n/text.ts'

/** So many digits tell two documents of one person apart at a glance; the whole hash is what proves. */
const digits = 12

/** The beginning of a hash in groups of four, as people compare it by eye. */
export const shortFingerprint = (sha256: string): string =>
  sha256.slice(0, digits).match(/.{4}/g)?.join(' ') ?? sha256

/** The hash of a signed document: its short form always, all of it when opened, and on paper. */
export function Fingerprint({ t, sha256, why }: { t: Text; sha256: string; why: string }) {
  return (
    <details>
      <summary>{t('papers.fingerprint', { short: shortFingerprint(sha256) })}</summary>
      <p>{t('papers.fingerprint-all')}</p>
      <p class="hash" dir="ltr">
        <code>{sha256}</code>
      </p>
      <p>{why}</p>
    </details>
  )
}
