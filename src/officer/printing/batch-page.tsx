import { FormPage } from '../../accounts/index.ts'
import type { PrintBatch } from '../../cases/index.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { parsedField } from '../../platform/http/field.ts'
import { type Context, type FormState, page, records } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Alert, Breadcrumb, Button, Card, FactsList, FormShell, fileSize, InstantText, TextField } from '../../ui/index.ts'
import { staffWho } from '../sessions/access.ts'
import { confirmPrinted } from './printing-acts.ts'
import { batchOfDesk } from './printing-desk.ts'
import { batchName } from './printing-page.tsx'

type Shown = { t: Text; batch: PrintBatch }

const countField = parsedField<number>({ empty: 'printing.confirm.empty', most: 9 }, (typed) => {
  const digits = typed.replaceAll(/[ ,]/g, '')
  return /^\d+$/.test(digits) ? { value: Number(digits) } : { error: 'printing.confirm.not-a-number' }
})

function Facts({ t, batch }: Shown) {
  const fact = (name: 'made' | 'fetched' | 'confirmed', at: Temporal.Instant | null) =>
    at ? [{ name: t(`printing.batch.${name}`), value: <InstantText t={t} at={at} /> }] : []
  return (
    <FactsList
      facts={[
        { name: t('printing.head.letters'), value: t.number(batch.letters) },
        { name: t('printing.head.pages'), value: t.number(batch.pages) },
        ...fact('made', batch.made_at),
        ...fact('fetched', batch.fetched_at),
        ...fact('confirmed', batch.confirmed_at),
      ]}
    />
  )
}

function Download({ t, batch }: Shown) {
  return (
    <Card title={t('printing.download.title')}>
      <p>{t('printing.download.about')}</p>
      <p>
        <a href={officePaths.printBundle({ batch: batch.id })} download>
          {t('printing.download', { size: fileSize(t.language, Number(batch.size_bytes)) })}
        </a>
      </p>
      <p>{t('printing.download.sha256')}</p>
      <p>
        <code class="breaks">{batch.sha256}</code>
      </p>
    </Card>
  )
}

/** Both numbers, so that whoever counted can count again. */
function Differs({ t, batch, form }: Shown & { form: FormState }) {
  const counted = form.value('counted').replaceAll(/[ ,]/g, '')
  if (form.errors.length === 0 || !/^\d{1,9}$/.test(counted) || Number(counted) === batch.letters) return null
  return (
    <Alert kind="warn">
      <p>{t('printing.confirm.both', { counted: Number(counted), letters: batch.letters })}</p>
    </Alert>
  )
}

function Confirm({ t, batch, form, csrfToken }: Shown & { form: FormState; csrfToken: string }) {
  return (
    <Card title={t('printing.confirm.title')}>
      <p>{t('printing.confirm.about')}</p>
      <Differs t={t} batch={batch} form={form} />
      <FormShell action={officePaths.printBatch({ batch: batch.id })} csrfToken={csrfToken}>
        <TextField
          name="counted"
          label={t('printing.confirm.counted')}
          hint={t('printing.confirm.hint')}
          value={form.value('counted')}
          error={form.error('counted')}
          inputmode="numeric"
          width={8}
        />
        <Button>{t('printing.confirm')}</Button>
      </FormShell>
    </Card>
  )
}

function Printed({ t, batch }: Shown) {
  return (
    <Alert kind="good" live>
      <p>{t('printing.confirmed', { letters: batch.letters })}</p>
    </Alert>
  )
}

/** Why is not said here: it is for who may know. */
function Withdrawn({ t, batch }: Shown) {
  return (
    <Alert kind="warn" title={t('printing.withdrawn.title')}>
      <p>{t(batch.fetched_at ? 'printing.withdrawn.fetched' : 'printing.withdrawn')}</p>
    </Alert>
  )
}

const here = ({ params }: Pick<Context<{ batch: string }>, 'params'>) => seeOther(officePaths.printBatch(params))

/** A batch: its bundle for the mail house, and **Confirm printed** with what the mail house counted. */
export const batchPage = page({
  path: officePaths.printBatch,
  access: staffWho('print-letters'),
  audit: records(confirmPrinted),
  load: async (context: Context<{ batch: string }>) => (await context.read(batchOfDesk, context.params)) ?? notFound,
  fields: { counted: countField },
  view: ({ t, model: batch, form, context }) => {
    const title = batchName(t, batch)
    return {
      title,
      body: (
        <div class="stack">
          <Breadcrumb t={t} trail={[{ words: t('printing.title'), href: officePaths.printing() }, { words: title }]} />
          <FormPage t={t} form={form} title={title}>
            {batch.confirmed_at ? <Printed t={t} batch={batch} /> : null}
            {batch.withdrawn_at ? <Withdrawn t={t} batch={batch} /> : null}
            <Facts t={t} batch={batch} />
            {batch.confirmed_at || batch.withdrawn_at ? null : (
              <>
                <Download t={t} batch={batch} />
                <Confirm t={t} batch={batch} form={form} csrfToken={context.csrfToken()} />
              </>
            )}
          </FormPage>
        </div>
      ),
    }
  },
  submit: {
    operation: confirmPrinted,
    input: ({ counted }, { params }) => ({ batch: params.batch, counted }),
    shows: {
      'no-batch': () => notFound,
      'confirmed-already': here,
      'count-differs': { at: 'counted', key: 'printing.confirm.differs' },
    },
    then: (_confirmed, context) => here(context),
  },
})
