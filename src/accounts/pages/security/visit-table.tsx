import type { Text } from '../../../platform/i18n/text.ts'
import { InstantText, Table, Tag } from '../../../ui/index.ts'
import type { VisitRow } from '../../visits/visit-store.ts'
import { countryWords, deviceWords, proofWords } from '../../visits/visit-words.ts'

function howWords(t: Text, visit: VisitRow): string {
  if (visit.signed_up) return t('security.how.signed-up')
  return visit.signed_in ? proofWords(t, visit.proved_by) : t('security.how.stopped')
}

/** Sign-ins one by one, this visit marked. */
export function VisitTable({ t, caption, visits }: { t: Text; caption: string; visits: readonly VisitRow[] }) {
  return (
    <Table
      caption={caption}
      head={[t('security.when'), t('security.device'), t('security.place'), t('security.how')]}
      rows={visits.map((visit) => [
        <>
          <InstantText t={t} at={visit.begun_at} />
          {visit.is_current ? (
            <>
              {' '}
              <Tag kind="good">{t('security.history.this')}</Tag>
            </>
          ) : null}
        </>,
        deviceWords(t, visit.device),
        countryWords(t, visit.country),
        howWords(t, visit),
      ])}
    />
  )
}
