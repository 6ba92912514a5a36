import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Button, Card, FormShell, InstantText } from '../../ui/index.ts'
import type { WritingOfFile } from '../inquiries/inquiry-acts.ts'
import { OfficeFiles } from './office-files.tsx'

type CardProps = { t: Text; receiptNumber: string; sent: WritingOfFile['sent']; csrfToken: string }

/** Evidence that people sent about the case unasked: what they say it is, the files, and whether somebody has looked at it. */
export function CaseAdditional({ t, receiptNumber, sent, csrfToken }: CardProps) {
  if (sent.length === 0) return null
  return (
    <Card title={t('additional.office.card')}>
      <ul class="plain-list">
        {sent.map(({ id, side, about, at, seenAt, files }) => (
          <li key={id} id={`evidence-${id}`}>
            <p>
              {t(`additional.office.by.${side}`)} · <InstantText t={t} at={at} />
            </p>
            <p class="preserved" dir="auto">
              {about}
            </p>
            <OfficeFiles t={t} receiptNumber={receiptNumber} files={files} label={t('additional.files')} />
            {seenAt ? (
              <p class="muted">{t.rich('additional.office.seen', { at: <InstantText t={t} at={seenAt} /> })}</p>
            ) : (
              <FormShell action={officePaths.seeEvidence({ receiptNumber, evidence: id })} csrfToken={csrfToken} class="inline-form">
                <Button look="quiet">{t('additional.office.see')}</Button>
              </FormShell>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
