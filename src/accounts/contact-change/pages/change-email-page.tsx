import { seeOther } from '../../../platform/http/answer.ts'
import { type Context, page, records } from '../../../platform/http/page.ts'
import { paths } from '../../../platform/paths.ts'
import { emailField } from '../../email-address.ts'
import { FormPage } from '../../pages/form-page.tsx'
import { needsRecentProof } from '../../sessions/access.ts'
import { withNext } from '../../sessions/own-path.ts'
import { askUserNameChange } from '../ask-change.ts'
import { ownContact } from '../own-changes.ts'
import { AddressForm, LinkSent } from './address-form.tsx'

export const proveAgainFirst = ({ url }: { url: string }) => seeOther(withNext(paths.signInAgain(), url))

/** What is asked here is answered alike, whoever the new address belongs to. */
export const changeEmailPage = page({
  path: paths.changeEmail,
  access: needsRecentProof,
  audit: records(askUserNameChange),
  load: (context: Context) => context.read(ownContact, {}),
  loadsToShow: true,
  fields: { email: emailField },
  view: ({ t, model: own, form, context }) => ({
    title: t('account-contact.email.title'),
    body: (
      <FormPage t={t} form={form} title={t('account-contact.email.title')}>
        {context.query.sent === 'yes' && form.errors.length === 0 ? <LinkSent t={t} /> : null}
        <p>{t('account-contact.email.intro')}</p>
        <AddressForm
          form={form}
          csrfToken={context.csrfToken()}
          action={paths.changeEmail()}
          now={{ name: t('account-contact.email.now'), value: own?.userName ?? '' }}
          label={t('account-contact.email.new')}
          submit={t('account-contact.email.submit')}
          undo={t('account-contact.email.undo')}
        >
          <p>{t('account-contact.email.how')}</p>
          <p>{t('account-contact.email.alone')}</p>
        </AddressForm>
      </FormPage>
    ),
  }),
  submit: {
    operation: askUserNameChange,
    input: ({ email }) => ({ email }),
    shows: {
      'no-recent-proof': proveAgainFirst,
      'same-address': { at: 'email', key: 'account-contact.email.same' },
      'is-recovery-address': { at: 'email', key: 'account-contact.email.is-recovery' },
      'too-many-attempts': { at: 'email', key: 'platform.refusal.too-many-attempts' },
    },
    then: () => seeOther(`${paths.changeEmail()}?sent=yes`),
  },
})
