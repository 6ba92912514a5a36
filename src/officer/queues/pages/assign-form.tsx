import type { ComponentChildren } from 'preact'
import type { Text } from '../../../platform/i18n/text.ts'
import { officePaths } from '../../../platform/paths.ts'
import { Button, ButtonRow, Card, FormShell, HiddenWords, Select } from '../../../ui/index.ts'
import type { Worker } from '../work/list-work.ts'

type AssignProps = { t: Text; csrfToken: string; workers: readonly Worker[]; from: string; children: ComponentChildren }

/** Around a list of cases with a box each: **Give them** to somebody, or to nobody. `from`: where to come back to. */
export function AssignForm({ t, csrfToken, workers, from, children }: AssignProps) {
  return (
    <FormShell action={`${officePaths.assignWork()}?from=${encodeURIComponent(from)}`} csrfToken={csrfToken} class="stack">
      {children}
      <Card title={t('work.assign.title')}>
        <Select
          name="to"
          label={t('work.assign.to')}
          hint={t('work.assign.to.hint')}
          prompt={t('work.assign.nobody')}
          options={workers.map(({ id, name, open }) => ({ value: id, label: t('work.assign.worker', { name, count: open }) }))}
        />
        <ButtonRow>
          <Button look="quiet">{t('work.assign.submit')}</Button>
        </ButtonRow>
      </Card>
    </FormShell>
  )
}

/** The box of one case in such a list. */
export const CaseBox = ({ t, id, receiptNumber }: { t: Text; id: string; receiptNumber: string }) => (
  <div class="usa-checkbox case-box">
    <input class="usa-checkbox__input" id={`case-${id}`} type="checkbox" name="cases" value={id} />
    <label class="usa-checkbox__label" for={`case-${id}`}>
      <HiddenWords>{t('work.assign.box', { receiptNumber })}</HiddenWords>
    </label>
  </div>
)
