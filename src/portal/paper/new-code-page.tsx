import { FormPage } from '../../accounts/index.ts'
import { askNewCode } from '../../cases/index.ts'
import { seeOther } from '../../platform/http/answer.ts'
import { choiceField, textField } from '../../platform/http/field.ts'
import { type Context, page, records } from '../../platform/http/page.ts'
import { anyone } from '../../platform/http/visit.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Alert, Button, Card, FormShell, RadioGroup, TextField } from '../../ui/index.ts'
import { bornField, receiptField } from './claim-fields.ts'
import { BornInput, ReceiptInput } from './notice-fields.tsx'

const addressees = ['applicant', 'representative'] as const

/** One answer whatever came of it: a stranger must not learn which cases there are, or whose. */
function Sent({ t }: { t: Text }) {
  return (
    <>
      <h1>{t('paper.new-code.sent.title')}</h1>
      <Alert kind="info" live>
        <p>{t('paper.new-code.sent')}</p>
        <p>{t('paper.new-code.sent.moved')}</p>
      </Alert>
      <p>
        {t('paper.new-code.sent.support')} <a href={paths.contactSupport()}>{t('portal.case.ask.contact')}</a>
      </p>
    </>
  )
}

/** `/claim/new-code`: a new code in the place of one that is lost or expired, by mail to the address on the case. */
export const newCodePage = page({
  path: paths.newCode,
  access: anyone,
  audit: records(askNewCode),
  load: async ({ services }: Context) => ({ receipts: services.agency.receipts }),
  fields: {
    addressee: choiceField(addressees, { empty: 'paper.new-code.whose.empty' }),
    receiptNumber: receiptField,
    familyName: textField({ empty: 'paper.new-code.family-name.empty', most: 100 }),
    born: bornField,
  },
  view: ({ t, form, context }) => {
    if (context.query.sent === 'yes') return { title: t('paper.new-code.sent.title'), body: <Sent t={t} /> }
    return {
      title: t('paper.new-code.title'),
      body: (
        <FormPage t={t} form={form} title={t('paper.new-code.title')}>
          <p>{t('paper.new-code.intro')}</p>
          <Card plate>
            <FormShell action={paths.newCode()} csrfToken={context.csrfToken()}>
              <RadioGroup
                name="addressee"
                label={t('paper.new-code.whose')}
                options={addressees.map((value) => ({ value, label: t(`paper.new-code.${value}`) }))}
                value={form.value('addressee')}
                error={form.error('addressee')}
              />
              <ReceiptInput t={t} form={form} />
              <TextField
                name="familyName"
                label={t('paper.new-code.family-name')}
                hint={t('paper.new-code.family-name.hint')}
                value={form.value('familyName')}
                error={form.error('familyName')}
                autocomplete="off"
              />
              <BornInput t={t} form={form} />
              <Button>{t('paper.new-code.button')}</Button>
            </FormShell>
          </Card>
        </FormPage>
      ),
    }
  },
  submit: {
    operation: askNewCode,
    input: ({ born, ...asked }) => ({ ...asked, dateOfBirth: born }),
    shows: { 'too-many-attempts': { at: '', key: 'paper.refused.too-many' } },
    then: () => seeOther(`${paths.newCode()}?sent=yes`),
  },
})
