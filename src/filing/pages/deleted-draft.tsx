import { isId } from '../../platform/ids.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Alert, Button, FormShell } from '../../ui/index.ts'

type Props = { t: Text; /** As the address has it. */ draft: string | undefined; csrfToken: string }

/** Said on the home after a draft was deleted, with the press that puts it back. */
export function DeletedDraft({ t, draft, csrfToken }: Props) {
  if (draft === undefined || !isId(draft)) return null
  return (
    <Alert kind="good" live>
      <p>{t('filing.delete.done')}</p>
      <FormShell action={paths.restoreDraft({ draft })} csrfToken={csrfToken}>
        <Button look="quiet">{t('filing.delete.undo')}</Button>
      </FormShell>
    </Alert>
  )
}
