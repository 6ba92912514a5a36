import { seeOther } from '../../../platform/http/answer.ts'
import { action, type Context, page, records } from '../../../platform/http/page.ts'
import { paths } from '../../../platform/paths.ts'
import { Button, ButtonRow, FormShell } from '../../../ui/index.ts'
import { emailField } from '../../email-address.ts'
import { FormPage } from '../../pages/form-page.tsx'
import { needsRecentProof } from '../../sessions/access.ts'
import { askRecoveryEmail } from '../ask-change.ts'
import { ownContact } from '../own-changes.ts'
import { removeRecoveryEmail } from '../remove-recovery-email.ts'
import { AddressForm, LinkSent } from './address-form.tsx'
import { proveAgainFirst } from './change-email-page.tsx'

export const recoveryEmailPage = page({
  path: paths.recoveryEmail,
  access: needsRecentProof,
  audit: records(askRecoveryEmail),
  load: (context: Context) => context.read(ownContact, {}),
  loadsToShow: true,
  fields: { email: emailField },
  view: ({ t, model: own, form, context }) => ({
    title: t('account-contact.recovery.title'),
    body: (
      <FormPage t={t} form={form} title={t('account-contact.recovery.title')}>
        {context.query.sent === 'yes' && form.errors.length === 0 ? <LinkSent t={t} /> : null}
        <p>{t('account-contact.recovery.intro')}</p>
        <AddressForm
          form={form}
          csrfToken={context.csrfToken()}
          action={paths.recoveryEmail()}
          now={{ name: t('account-contact.recovery.now'), value: own?.recovery ?? t('account-contact.recovery.none') }}
          label={t('account-contact.recovery.new')}
          submit={t('account-contact.recovery.submit')}
          undo={t('account-contact.recovery.undo')}
        >
          <p>{t('account-contact.recovery.alone')}</p>
        </AddressForm>
        {own?.recovery ? (
          <ButtonRow>
            <FormShell action={paths.removeRecoveryEmail()} csrfToken={context.csrfToken()} class="inline-form">
              <Button look="quiet">{t('account-contact.recovery.remove')}</Button>
            </FormShell>
          </ButtonRow>
        ) : null}
      </FormPage>
    ),
  }),
  submit: {
    operation: askRecoveryEmail,
    input: ({ email }) => ({ email }),
    shows: {
      'no-recent-proof': proveAgainFirst,
      'same-address': { at: 'email', key: 'account-contact.recovery.same' },
      'is-user-name': { at: 'email', key: 'account-contact.recovery.is-user-name' },
      'too-many-attempts': { at: 'email', key: 'platform.refusal.too-many-attempts' },
    },
    then: () => seeOther(`${paths.recoveryEmail()}?sent=yes`),
  },
})

const backToPage = () => seeOther(paths.recoveryEmail())

export const removeRecoveryEmailAction = action({
  path: paths.removeRecoveryEmail,
  access: needsRecentProof,
  audit: records(removeRecoveryEmail),
  submit: {
    operation: removeRecoveryEmail,
    input: () => ({}),
    shows: {
      'no-recent-proof': () => seeOther(paths.recoveryEmail()),
      'no-recovery-email': backToPage,
      'not-allowed': backToPage,
      'too-many-attempts': backToPage,
    },
    then: () => seeOther(`${paths.contact()}?done=recovery-removed`),
  },
  back: backToPage,
})
