import type { Text } from '../../platform/i18n/text.ts'
import { DayText, EmptyState, fileSize, InstantText, Table, Tag, type TagKind } from '../../ui/index.ts'
import { type ScannedPaper, scanLimits, type ScanState } from './scanned-paper.ts'

const tagOf: Record<ScanState, TagKind> = { received: 'wait', clean: 'good', refused: 'act' }

function stateWords(t: Text, { state, refusal, unscannedSince }: ScannedPaper): string {
  if (refusal) return t('scans.state.refused', { why: t(`scans.refusal.${refusal}`, { most: scanLimits.pagesMax }) })
  if (unscannedSince) return t('scans.state.waits', { since: t.instant(unscannedSince) })
  return t(`scans.state.${state === 'clean' ? 'clean' : 'received'}`)
}

const heads = ['what', 'received', 'scanned', 'size', 'state'] as const

/** What was scanned for a case, the newest first, each with how far its check is. */
export function ScanList({ t, scans }: { t: Text; scans: readonly ScannedPaper[] }) {
  if (scans.length === 0)
    return (
      <EmptyState title={t('scans.none.title')}>
        <p>{t('scans.none.body')}</p>
      </EmptyState>
    )
  return (
    <Table
      caption={t('scans.list')}
      head={heads.map((name) => t(`scans.head.${name}`))}
      numeric={[3]}
      rows={scans.map((scan) => [
        t(`scans.kind.${scan.kind}`),
        <DayText key="received" t={t} day={scan.receivedOn} />,
        <InstantText key="scanned" t={t} at={scan.scannedAt} />,
        fileSize(t.language, scan.sizeBytes),
        <Tag key="state" kind={tagOf[scan.state]}>
          {stateWords(t, scan)}
        </Tag>,
      ])}
    />
  )
}
