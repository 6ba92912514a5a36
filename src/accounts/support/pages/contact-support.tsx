import { seeOther } from '../../../platform/http/answer.ts'
import { choiceField, longTextField, parsedField, pressField } from '../../../platform/http/field.ts'
import { normalEmail } from '../../../platform/crypto/normalise.ts'
import { type Context, page, records } from '../../../platform/http/page.ts'
import { anyone } from '../../../platform/http/visit.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { newId } from '../../../platform/ids.ts'
import { paths } from '../../../platform/paths.ts'
import { Button, Card, FormShell, RadioGroup, TextArea, TextField } from '../../../ui/index.ts'
import { isEmailAddress } from '../../email-address.ts'
import { parseOnlineAccountNumber } from '../../online-account-number.ts'
import { ownAccount } from '../../own-account.ts'
import { FormPage } from '../../pages/form-page.tsx'
import { askSupport } from '../ask-support.ts'
import { askedTopics } from '../support-request.ts'

type Named = { email: string | null; number: string | null }

/** Either of the two by which a person may know their account; nothing is as good. */
const addressField = parsedField<Named>({ empty: 'support.address.wrong', most: 254, optional: true }, (typed) => {
  if (typed === '') return { value: { email: null, number: null } }
  if (isEmailAddress(typed)) return { value: { email: normalEmail(typed), number: null } }
  const read = parseOnlineAccountNumber(typed)
  return read.ok ? { value: { email: null, number: read.number } } : { error: 'support.address.wrong' }
})

function FirstHelp({ t }: { t: Text }) {
  const ways = [
    ['username', paths.forgotUsername()],
    ['password', paths.forgotPassword()],
    ['recovery', paths.recovery()],
    ['help', paths.help()],
  ] as const
  return (
    <>
      <h2>{t('support.first')}</h2>
      <ul>
        <li>{t('support.code')}</li>
        {ways.map(([name, href]) => (
          <li key={name}>{t.rich(`support.${name}`, { link: (words) => <a href={href}>{words}</a> })}</li>
        ))}
      </ul>
    </>
  )
}

export const contactSupportPage = page({
  path: paths.contactSupport,
  access: anyone,
  audit: records(askSupport),
  load: async (context: Context) => (await context.read(ownAccount, undefined))?.email ?? '',
  loadsToShow: true,
  fields: {
    idempotencyKey: pressField,
    topic: choiceField(askedTopics, { empty: 'support.topic.empty' }),
    address: addressField,
    message: longTextField({ empty: 'support.message.empty', most: 4000 }),
  },
  view: ({ t, model: ownEmail, form, context }) => ({
    title: t('support.title'),
    body: (
      <FormPage t={t} form={form} title={t('support.title')}>
        <FirstHelp t={t} />
        <h2>{t('support.ask')}</h2>
        <p>{t('support.intro')}</p>
        <Card plate>
          <FormShell action={paths.contactSupport()} csrfToken={context.csrfToken()} idempotencyKey={form.value('idempotencyKey') || newId()}>
            <RadioGroup
              name="topic"
              label={t('support.topic')}
              options={askedTopics.map((value) => ({ value, label: t(`support.topic.${value}`) }))}
              value={form.value('topic')}
              error={form.error('topic')}
            />
            <TextField
              name="address"
              label={t('support.address')}
              hint={t('support.address.hint')}
              value={form.errors.length > 0 ? form.value('address') : ownEmail}
              error={form.error('address')}
              autocomplete="email"
              numeric
            />
            <TextArea
              name="message"
              label={t('support.message')}
              hint={t('support.message.hint')}
              value={form.value('message')}
              error={form.error('message')}
            />
            <Button>{t('support.submit')}</Button>
          </FormShell>
        </Card>
        <p>
          <strong>{t('support.safe')}</strong>
        </p>
      </FormPage>
    ),
  }),
  submit: {
    operation: askSupport,
    input: ({ idempotencyKey, topic, address, message }, { t }) => ({ press: idempotencyKey, topic, ...address, message, language: t.language }),
    shows: { 'too-many-attempts': { at: '', key: 'support.too-many' } },
    then: ({ token }) => seeOther(paths.followSupport({ token })),
  },
})
