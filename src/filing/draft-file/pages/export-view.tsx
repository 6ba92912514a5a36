import type { FormState } from '../../../platform/http/page.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import { Button, ButtonLink, ButtonRow, Card, FormShell, Panel, PasswordField } from '../../../ui/index.ts'
import type { OpenDraft } from '../../pages/open-draft.ts'
import { passphraseLeast } from '../passphrase.ts'

type Props = { t: Text; model: OpenDraft; form: FormState; csrfToken: string }

/** Every rule that a passphrase breaks, in one line. */
const faultsOf = (form: FormState) => form.errors.filter(({ at }) => at === 'passphrase').map(({ message }) => message).join('. ')

/** It is no password: the button that shows it says so. */
export const passphraseToggle = (t: Text) => ({ show: t('draft-file.passphrase.show'), hide: t('draft-file.passphrase.hide') })

/** What will be in the file and what not, then the passphrase twice. */
export function ExportForm({ t, model: { draft, words }, form, csrfToken }: Props) {
  return (
    <>
      <p class="lead">{t('draft-file.export.lead')}</p>
      <ul>
        <li>{t('draft-file.export.in-it', { form: words.get('form.title') })}</li>
        <li>{t('draft-file.export.not-in-it')}</li>
        <li>{t('draft-file.export.name')}</li>
      </ul>
      <Card title={t('draft-file.export.lock')} plate>
        <FormShell action={paths.exportDraft({ draft: draft.id })} csrfToken={csrfToken}>
          <p>{t('draft-file.export.lock-lead')}</p>
          <PasswordField
            t={t}
            name="passphrase"
            label={t('draft-file.passphrase.label')}
            hint={t('draft-file.passphrase.hint', { least: passphraseLeast })}
            error={faultsOf(form) || undefined}
            autocomplete="off"
            toggle={passphraseToggle(t)}
          />
          <PasswordField
            t={t}
            name="again"
            label={t('draft-file.passphrase.again')}
            error={form.error('again')}
            autocomplete="off"
            toggle={passphraseToggle(t)}
          />
          <ButtonRow>
            <Button>{t('draft-file.export.submit')}</Button>
            <ButtonLink href={paths.draft({ draft: draft.id })} look="plain">
              {t('draft-file.export.back')}
            </ButtonLink>
          </ButtonRow>
          <p class="muted">{t('draft-file.export.then')}</p>
        </FormShell>
      </Card>
    </>
  )
}

/** Who leaves a computer that others use takes the file along, and leaves nothing behind. */
export function OnSharedComputer({ t }: { t: Text }) {
  return (
    <Panel title={t('draft-file.export.shared.title')}>
      <p>{t('draft-file.export.shared')}</p>
      <p>{t('draft-file.export.apart')}</p>
    </Panel>
  )
}
