import { FormPage, representative } from '../../accounts/index.ts'
import { parseReceiptNumber } from '../../cases/index.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { parsedField, pressField } from '../../platform/http/field.ts'
import { page, records } from '../../platform/http/page.ts'
import { newId } from '../../platform/ids.ts'
import { paths } from '../../platform/paths.ts'
import { ClientCrumbs, clientFor, nameOfClient } from '../../representation/index.ts'
import { Alert, Button, FormShell, idempotencyFieldName, TextField } from '../../ui/index.ts'
import { beginAppearanceAlone } from './enter-appearance-alone.ts'

const receiptNumber = parsedField({ empty: 'preparation.appear.empty', most: 30 }, (typed) => {
  const read = parseReceiptNumber(typed)
  return read.ok ? { value: read.number } : { error: 'preparation.appear.not-a-number' }
})

/** `/clients/<client>/appearance`: a notice of appearance alone, for a case of the client that was filed. */
export const enterAppearancePage = page({
  path: paths.clientAppearance,
  access: representative,
  audit: records(beginAppearanceAlone),
  load: async ({ read, params }) => (await read(clientFor, params)) ?? notFound,
  fields: { receiptNumber, [idempotencyFieldName]: pressField },
  view: ({ t, model: client, form, context }) => {
    const name = nameOfClient(client.names)
    const title = t('preparation.appear.title')
    return {
      title,
      body: (
        <>
          <ClientCrumbs t={t} here={title} client={{ id: client.id, name }} />
          <FormPage t={t} form={form} title={title}>
            <p class="lead">{t('preparation.choose.for', { client: name })}</p>
            <p>{t('preparation.appear.about')}</p>
            {client.account ? (
              <FormShell action={paths.clientAppearance({ client: client.id })} csrfToken={context.csrfToken()} idempotencyKey={form.value(idempotencyFieldName) || newId()}>
                <TextField name="receiptNumber" label={t('preparation.appear.number')} value={form.value('receiptNumber')} error={form.error('receiptNumber')} autocomplete="off" spellcheck={false} />
                <Button>{t('preparation.appear.begin')}</Button>
              </FormShell>
            ) : (
              <Alert kind="info">
                <p>{t('preparation.appear.no-account')}</p>
              </Alert>
            )}
          </FormPage>
        </>
      ),
    }
  },
  submit: {
    operation: beginAppearanceAlone,
    input: ({ receiptNumber: number, [idempotencyFieldName]: startKey }, { params, t }) => ({ client: params.client, receiptNumber: String(number), language: t.language, startKey: String(startKey) }),
    shows: {
      'no-such-client': () => notFound,
      'no-such-case': { at: 'receiptNumber', key: 'preparation.appear.no-such-case' },
      'practice-lacking': { at: '', key: 'preparation.lacking' },
      'too-many-attempts': { at: '', key: 'filing.form.limit' },
    },
    then: ({ preparation }) => seeOther(paths.preparation({ preparation })),
  },
})
