import { askSupport, FormPage, isEmailAddress, ownAccount } from '../../accounts/index.ts'
import { normalEmail } from '../../platform/crypto/normalise.ts'
import { seeOther } from '../../platform/http/answer.ts'
import { longTextField, parsedField, pressField, textField } from '../../platform/http/field.ts'
import { type Context, page, records } from '../../platform/http/page.ts'
import { anyone } from '../../platform/http/visit.ts'
import { newId } from '../../platform/ids.ts'
import { paths } from '../../platform/paths.ts'
import { Button, Card, FormShell, TextArea, TextField } from '../../ui/index.ts'

const addressField = parsedField<string | null>({ empty: 'report.address.wrong', most: 254, optional: true }, (typed) => {
  if (typed === '') return { value: null }
  return isEmailAddress(typed) ? { value: normalEmail(typed) } : { error: 'report.address.wrong' }
})

/** `/representatives/report`: anyone tells the office of somebody who deceives people. It is a request to support, of a kind of its own. */
export const reportRepresentativePage = page({
  path: paths.reportRepresentative,
  access: anyone,
  audit: records(askSupport),
  load: async (context: Context) => (await context.read(ownAccount, undefined))?.email ?? '',
  loadsToShow: true,
  fields: {
    idempotencyKey: pressField,
    who: textField({ empty: 'report.who.empty', most: 200 }),
    what: longTextField({ empty: 'report.what.empty', most: 3500 }),
    address: addressField,
  },
  view: ({ t, model: ownEmail, form, context }) => ({
    title: t('report.title'),
    body: (
      <FormPage t={t} form={form} title={t('report.title')}>
        <p>{t('report.about')}</p>
        <p>{t('report.after')}</p>
        <Card plate>
          <FormShell action={paths.reportRepresentative()} csrfToken={context.csrfToken()} idempotencyKey={form.value('idempotencyKey') || newId()}>
            <TextField name="who" label={t('report.who')} hint={t('report.who.hint')} value={form.value('who')} error={form.error('who')} autocomplete="off" spellcheck={false} />
            <TextArea name="what" label={t('report.what')} hint={t('report.what.hint')} value={form.value('what')} error={form.error('what')} />
            <TextField
              name="address"
              label={t('report.address')}
              hint={t('report.address.hint')}
              note={t('ui.optional')}
              value={form.errors.length > 0 ? form.value('address') : ownEmail}
              error={form.error('address')}
              autocomplete="email"
            />
            <Button>{t('report.submit')}</Button>
          </FormShell>
        </Card>
        <p>
          <a href={paths.checkRepresentative()}>{t('check.link')}</a>
        </p>
      </FormPage>
    ),
  }),
  submit: {
    operation: askSupport,
    input: ({ idempotencyKey, who, what, address }, { t }) => ({ press: idempotencyKey, topic: 'report' as const, email: address, number: null, message: `${who}\n\n${what}`, language: t.language }),
    shows: { 'too-many-attempts': { at: '', key: 'report.too-many' } },
    then: ({ token }) => seeOther(paths.followSupport({ token })),
  },
})
