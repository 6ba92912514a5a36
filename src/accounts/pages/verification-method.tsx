import { seeOther } from '../../platform/http/answer.ts'
import { choiceField } from '../../platform/http/field.ts'
import { action, type Context, page, records } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { shownPhone } from '../../platform/phone-number.ts'
import { Button, Card, FormShell, RadioGroup, TextField } from '../../ui/index.ts'
import { type CodeChannel, codeChannels, textChannels } from '../account.ts'
import { ownAccount } from '../own-account.ts'
import { mobileField } from '../second-factor/phone-field.ts'
import { signUpStep } from '../sessions/access.ts'
import { changeVerificationMethod, phoneToProve } from '../sign-up/change-verification-method.ts'
import { chooseVerificationMethod } from '../sign-up/choose-verification-method.ts'
import { FormPage } from './form-page.tsx'
import { goOn, reload } from './go-on.ts'

interface Choosing {
  email: string
  country: string
  /** The number that was typed before. */
  phone: string | null
  channels: readonly CodeChannel[]
}

async function choosing(context: Pick<Context, 'read' | 'services'>): Promise<Choosing> {
  const { sms, agency } = context.services
  const email = (await context.read(ownAccount, undefined))?.email ?? ''
  const channels = codeChannels.filter((channel) => sms.isOffered || !textChannels.includes(channel))
  const phone = sms.isOffered ? await context.read(phoneToProve, undefined) : null
  return { email, country: agency.country, phone, channels }
}

const wordsOf = (t: Text, channel: CodeChannel, email: string) =>
  channel === 'email'
    ? { label: t('accounts.method.email'), hint: t('accounts.method.email.hint', { email }) }
    : { label: t(`second-factor.method.${channel}`), hint: t(`second-factor.method.${channel}.hint`) }

export const verificationMethodPage = page({
  path: paths.verificationMethod,
  access: signUpStep('verification-method'),
  audit: records(chooseVerificationMethod),
  load: choosing,
  fields: {
    method: choiceField(codeChannels, { empty: 'accounts.method.empty' }),
    phone: mobileField<Choosing>({ control: 'method', values: textChannels }),
  },
  view: ({ t, model: { email, country, phone, channels }, form, context }) => ({
    title: t('accounts.method.title'),
    body: (
      <FormPage t={t} form={form} title={t('accounts.method.title')} step={{ name: 'verification-method', rules: context.services.agency }}>
        <p>{t('accounts.method.intro')}</p>
        <Card plate>
          <FormShell action={paths.verificationMethod()} csrfToken={context.csrfToken()}>
            <RadioGroup
              name="method"
              label={t('accounts.method.legend')}
              options={channels.map((channel) => ({ value: channel, ...wordsOf(t, channel, email) }))}
              value={form.value('method') || context.query.chosen}
              error={form.error('method')}
            />
            {channels.includes('sms') ? (
              <TextField
                name="phone"
                label={t('second-factor.phone.label')}
                hint={t('second-factor.phone.hint')}
                value={form.value('phone') || (phone ? shownPhone(phone, country) : '')}
                error={form.error('phone')}
                type="tel"
                autocomplete="tel"
                width={24}
                numeric
                shownWhen={{ control: 'method', value: textChannels, is: true }}
              />
            ) : null}
            <Button>{t('accounts.method.submit')}</Button>
          </FormShell>
        </Card>
        <p class="usa-hint">{t('second-factor.method.passkey-later')}</p>
      </FormPage>
    ),
  }),
  submit: {
    operation: chooseVerificationMethod,
    input: ({ method, phone }, { t }) => ({ channel: method, phone, appName: t('second-factor.app.default-name') }),
    shows: { 'step-done': reload, 'channel-not-offered': { at: 'method', key: 'second-factor.method.not-offered' } },
    then: ({ goTo, isAsked }) => seeOther(isAsked ? goTo : `${goTo}?sent=too-many`),
  },
})

const onward = () => seeOther(paths.verificationMethod())

export const changeVerificationMethodAction = action({
  path: paths.changeVerificationMethod,
  access: signUpStep('verification-code'),
  audit: records(changeVerificationMethod),
  back: onward,
  submit: {
    operation: changeVerificationMethod,
    input: () => undefined,
    shows: { 'step-done': onward, 'not-allowed': onward, 'too-many-attempts': onward },
    then: ({ goTo, channel }, context) => goOn({ goTo: channel ? `${goTo}?chosen=${channel}` : goTo }, context),
  },
})
