import { FormPage } from '../../accounts/index.ts'
import { parseReceiptNumber, statusTitle } from '../../cases/index.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { type Field, longTextField, pressField, right, textField, wrong } from '../../platform/http/field.ts'
import { action, type Context, page, records } from '../../platform/http/page.ts'
import { postedText } from '../../platform/http/posted.ts'
import { newId } from '../../platform/ids.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Alert, Breadcrumb, Button, ButtonLink, ButtonRow, Card, FactsList, FormShell, idempotencyFieldName, NumberText, Select, Table, TextArea } from '../../ui/index.ts'
import { filtersFrom } from '../queues/filters.ts'
import { queuePage } from '../queues/list-queues.ts'
import { staffWho } from '../sessions/access.ts'
import { bulkCasesMost, confirmBulk, prepareBulk, type ShownBulk, shownBulk, statusesForMany, stopBulk } from './bulk.ts'

const wordsOf = (typed: string): string[] => typed.split(/[\s,;"']+/).filter((word) => word !== '')

/** Receipt numbers as they come out of a list, a file or a mail: one a line, or with commas. Every one must be a number. */
const receiptsField: Field<readonly string[]> = {
  echo: true,
  parse: (posted, name) => {
    const typed = wordsOf(postedText(posted, name).slice(0, bulkCasesMost * 20))
    if (typed.length === 0) return wrong(name, 'bulk.receipts.empty')
    const parsed = typed.map((each) => ({ each, read: parseReceiptNumber(each) }))
    const odd = parsed.find(({ read }) => !read.ok)
    if (odd) return wrong(name, 'bulk.receipts.odd', { place: parsed.indexOf(odd) + 1 })
    const numbers = new Set(parsed.flatMap(({ read }) => (read.ok ? [read.number] : [])))
    return numbers.size > bulkCasesMost ? wrong(name, 'bulk.receipts.too-many', { most: bulkCasesMost }) : right([...numbers])
  },
}

const pagesRead = 40

/** The receipt numbers of a list that the supervisor came from, up to a thousand of them. */
async function fromList(context: Context): Promise<string> {
  const { query, services } = context
  const numbers: string[] = []
  let after: Parameters<typeof queuePage.run>[1]['after'] = null
  for (let read = 0; query.queue && read < pagesRead; read += 1) {
    const found: Awaited<ReturnType<typeof queuePage.run>> = await context.read(queuePage, { queue: query.queue, after, filters: filtersFrom(services.agency, (name) => query[name]) })
    numbers.push(...(found?.cases ?? []).map(({ receiptNumber }) => receiptNumber))
    after = found?.next ?? null
    if (!after) break
  }
  return numbers.join('\n')
}

const Trail = ({ t, words }: { t: Text; words?: string }) => (
  <Breadcrumb
    t={t}
    trail={[
      { words: t('officer.queues.title'), href: officePaths.queues() },
      ...(words ? [{ words: t('bulk.title'), href: officePaths.changeMany() }, { words }] : [{ words: t('bulk.title') }]),
    ]}
  />
)

/** `/bulk`: which cases, which status, why. **Look it over** changes nothing yet. */
export const changeManyPage = page({
  path: officePaths.changeMany,
  access: staffWho('change-many'),
  audit: records(prepareBulk),
  load: async (context) => ({ listed: await fromList(context) }),
  loadsToShow: true,
  fields: {
    receipts: receiptsField,
    status: textField({ empty: 'officer.case.change.status-empty', most: 60 }),
    reason: longTextField({ empty: 'officer.case.change.reason-empty', most: 2000 }),
    [idempotencyFieldName]: pressField,
  },
  view: ({ t, model, form, context }) => {
    const { agency } = context.services
    const failed = form.errors.length > 0
    return {
      title: t('bulk.title'),
      body: (
        <>
          <Trail t={t} />
          <FormPage t={t} form={form} title={t('bulk.title')}>
            <p class="lead">{t('bulk.about')}</p>
            <Card plate>
              <FormShell action={officePaths.changeMany()} csrfToken={context.csrfToken()} idempotencyKey={newId()}>
                <TextArea
                  name="receipts"
                  label={t('bulk.receipts')}
                  hint={t('bulk.receipts.hint', { most: t.number(bulkCasesMost) })}
                  value={failed ? form.value('receipts') : model.listed}
                  error={form.error('receipts')}
                  rows={8}
                />
                <Select
                  name="status"
                  label={t('officer.case.change.status')}
                  hint={t('bulk.status.hint')}
                  prompt={t('officer.case.change.prompt')}
                  options={statusesForMany(agency).map(({ code }) => ({ value: code, label: statusTitle(agency, t, code) }))}
                  value={form.value('status')}
                  error={form.error('status')}
                />
                <TextArea name="reason" label={t('officer.case.change.reason')} hint={t('bulk.reason.hint')} value={form.value('reason')} error={form.error('reason')} rows={4} />
                <Button>{t('bulk.look')}</Button>
              </FormShell>
            </Card>
          </FormPage>
        </>
      ),
    }
  },
  submit: {
    operation: prepareBulk,
    input: ({ receipts, status, reason, [idempotencyFieldName]: press }) => ({ receipts: receipts as readonly string[], status: status as string, reason: reason as string, press: press as string }),
    shows: { 'not-for-many': { at: 'status', key: 'bulk.status.not-for-many' } },
    then: ({ bulk }) => seeOther(officePaths.bulk({ bulk })),
  },
})

type BulkContext = Context<{ bulk: string }>
const toBulk = ({ params }: Pick<BulkContext, 'params'>) => seeOther(officePaths.bulk(params))

const stateOf = ({ bulk }: ShownBulk) => (!bulk.confirmed_at ? 'looked-over' : bulk.ended_at ? (bulk.stopped_at ? 'stopped' : 'through') : bulk.stopped_at ? 'stopping' : 'running')
const refreshSeconds = 3

/** `/bulk/<change>`: what can be done and what cannot, **Change these cases**, then how far it has come. */
export const bulkPage = page({
  path: officePaths.bulk,
  access: staffWho('change-many'),
  audit: records(confirmBulk),
  load: async (context: BulkContext) => (await context.read(shownBulk, context.params)) ?? notFound,
  loadsToShow: true,
  view: ({ t, model, context }) => {
    const state = stateOf(model)
    const { status } = model.bulk
    return {
      title: t('bulk.one.title'),
      ...(state === 'running' || state === 'stopping' ? { refreshSeconds } : {}),
      body: (
        <div class="stack">
          <Trail t={t} words={t('bulk.one.title')} />
          <h1>{t('bulk.one.title')}</h1>
          <Alert kind={state === 'through' ? 'good' : 'info'} live title={t(`bulk.state.${state}`)}>
            <p>{t(`bulk.state.${state}.body`)}</p>
          </Alert>
          <Card title={t('bulk.what')}>
            <FactsList
              facts={[
                { name: t('officer.case.change.status'), value: statusTitle(context.services.agency, t, status) },
                { name: t('officer.case.change.reason'), value: <span class="preserved">{model.reason}</span> },
                ...(['can', 'done', 'cannot', 'left'] as const).map((name) => ({ name: t(`bulk.count.${name}`), value: t.number(model.counts[name]) })),
              ]}
            />
          </Card>
          {state === 'looked-over' && model.counts.can > 0 ? (
            <FormShell action={officePaths.bulk(context.params)} csrfToken={context.csrfToken()} class="inline-form">
              <Button>{t('bulk.confirm', { count: model.counts.can })}</Button>
            </FormShell>
          ) : null}
          {state === 'running' ? (
            <FormShell action={officePaths.stopBulk(context.params)} csrfToken={context.csrfToken()} class="inline-form">
              <Button look="quiet">{t('bulk.stop')}</Button>
            </FormShell>
          ) : null}
          <NotDone t={t} shown={model} />
          <ButtonRow>
            <ButtonLink href={officePaths.changeMany()} look="plain">
              {t('bulk.another')}
            </ButtonLink>
          </ButtonRow>
        </div>
      ),
    }
  },
  submit: {
    operation: confirmBulk,
    input: (_values, { params }) => params,
    shows: { 'unknown-bulk': () => notFound },
    then: (_confirmed, context) => toBulk(context),
  },
})

/** Which cases cannot be changed, or were left, and why. */
function NotDone({ t, shown: { whyNot, notDone } }: { t: Text; shown: ShownBulk }) {
  if (notDone.length === 0) return null
  return (
    <Card title={t('bulk.not.title')}>
      <ul>
        {whyNot.map(({ why, cases }) => (
          <li key={why}>{t(`bulk.why.${why}.count`, { count: cases })}</li>
        ))}
      </ul>
      <Table
        caption={t('bulk.not.list')}
        head={[t('officer.queue.head.receipt'), t('bulk.not.why')]}
        rows={notDone.map(({ receipt_number, why }) => [<NumberText key="number" t={t} kind="receipt" value={receipt_number} />, why ? t(`bulk.why.${why}`) : ''])}
      />
    </Card>
  )
}

export const stopBulkAction = action({
  path: officePaths.stopBulk,
  access: staffWho('change-many'),
  audit: records(stopBulk),
  back: toBulk,
  submit: {
    operation: stopBulk,
    input: (_values, { params }) => params,
    shows: { 'unknown-bulk': () => notFound, 'not-allowed': () => seeOther(officePaths.front()), 'too-many-attempts': toBulk },
    then: (_stopped, context) => toBulk(context),
  },
})
