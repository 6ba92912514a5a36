import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import { Button, Card, FormShell, RadioGroup } from '../../../ui/index.ts'
import { idleMinutes } from '../../sessions/session.ts'

/** 15, 30 or 60 minutes without a sign of life, for this visit. */
export function SessionLengthForm({ t, minutes, csrfToken }: { t: Text; minutes: number; csrfToken: string }) {
  return (
    <Card title={t('security.length.title')}>
      <p class="muted">{t('security.length.about')}</p>
      <FormShell action={paths.sessionLength()} csrfToken={csrfToken}>
        <RadioGroup
          name="minutes"
          label={t('security.length.legend')}
          value={String(minutes)}
          options={idleMinutes.map((each) => ({
            value: String(each),
            label: t('security.length.minutes', { minutes: each }),
          }))}
        />
        <Button look="quiet">{t('security.length.save')}</Button>
      </FormShell>
    </Card>
  )
}
