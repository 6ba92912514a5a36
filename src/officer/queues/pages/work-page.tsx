import { formShortTitle, statusTitle } from '../../../cases/index.ts'
import { notFound, seeOther } from '../../../platform/http/answer.ts'
import { type Field, right } from '../../../platform/http/field.ts'
import { action, type Context, page, records, recordsNothing } from '../../../platform/http/page.ts'
import { postedText } from '../../../platform/http/posted.ts'
import type { MessageKey, Text } from '../../../platform/i18n/text.ts'
import { officePaths } from '../../../platform/paths.ts'
import { Alert, Breadcrumb, EmptyState, InstantText, NumberText, Table } from '../../../ui/index.ts'
import { staffWho } from '../../sessions/access.ts'
import { assignWork } from '../work/assign-work.ts'
import { type HeldCase, workers as workersQuery, workOfColleague } from '../work/list-work.ts'
import { AssignForm, CaseBox } from './assign-form.tsx'

/** What became of the last press, above a list of cases. */
export function AssignSaid({ t, query }: { t: Text; query: Readonly<Record<string, string>> }) {
  const { said, moved = '0', stayed = '0' } = query
  if (said === 'none-chosen' || said === 'no-colleague')
    return (
      <Alert kind="warn" live>
        <p>{t(`work.assign.said.${said}`)}</p>
      </Alert>
    )
  if (said !== 'assigned') return null
  return (
    <Alert kind="good" live>
      <p>{t('work.assign.said.moved', { count: Number(moved) || 0 })}</p>
      {Number(stayed) > 0 ? <p>{t('work.assign.said.stayed', { count: Number(stayed) })}</p> : null}
    </Alert>
  )
}

/** `/work`: who holds how many cases, whoever holds the oldest first. */
export const workPage = page({
  path: officePaths.work,
  access: staffWho('assign-work'),
  audit: recordsNothing('how much work each colleague holds'),
  load: async (context) => (await context.read(workersQuery, {})) ?? notFound,
  view: ({ t, model: workers }) => ({
    title: t('work.load.title'),
    wide: true,
    body: (
      <div class="stack">
        <Breadcrumb t={t} trail={[{ words: t('officer.queues.title'), href: officePaths.queues() }, { words: t('work.load.title') }]} />
        <h1>{t('work.load.title')}</h1>
        <p class="lead">{t('work.load.about')}</p>
        <Table
          caption={t('work.load.list')}
          head={(['name', 'role', 'open', 'oldest'] as const).map((name) => t(`work.load.head.${name}`))}
          numeric={[2]}
          rows={workers.map(({ id, name, role, open, oldestAt }) => [
            <a key="name" href={officePaths.workOf({ staff: id })} dir="auto">
              {name}
            </a>,
            t(`officer.role.${role}` as MessageKey),
            t.number(open),
            oldestAt ? <InstantText key="oldest" t={t} at={oldestAt} /> : t('work.load.nothing'),
          ])}
        />
      </div>
    ),
  }),
})

/** `/work/<colleague>`: what one of them holds, the oldest first, and the way to give it on. */
export const workOfPage = page({
  path: officePaths.workOf,
  access: staffWho('assign-work'),
  audit: recordsNothing('receipt numbers and statuses only'),
  load: async (context) => {
    const workers = (await context.read(workersQuery, {})) ?? []
    const worker = workers.find(({ id }) => id === context.params.staff)
    const held = await context.read(workOfColleague, context.params)
    return worker && held ? { worker, held, workers } : notFound
  },
  view: ({ t, model: { worker, held, workers }, context }) => ({
    title: t('work.of.title', { name: worker.name }),
    wide: true,
    body: (
      <div class="stack">
        <Breadcrumb
          t={t}
          trail={[
            { words: t('officer.queues.title'), href: officePaths.queues() },
            { words: t('work.load.title'), href: officePaths.work() },
            { words: worker.name },
          ]}
        />
        <AssignSaid t={t} query={context.query} />
        <h1>{t('work.of.title', { name: worker.name })}</h1>
        {held.length === 0 ? (
          <EmptyState title={t('work.of.none.title')}>
            <p>{t('work.of.none.body')}</p>
          </EmptyState>
        ) : (
          <AssignForm t={t} csrfToken={context.csrfToken()} workers={workers.filter(({ id, hasLeft }) => id !== worker.id && !hasLeft)} from={officePaths.workOf(context.params)}>
            <HeldTable t={t} agency={context.services.agency} held={held} />
          </AssignForm>
        )}
      </div>
    ),
  }),
})

function HeldTable({ t, agency, held }: { t: Text; agency: Parameters<typeof statusTitle>[0]; held: readonly HeldCase[] }) {
  return (
    <Table
      caption={t('work.of.list')}
      head={[t('officer.queue.head.receipt'), t('officer.queue.head.form'), t('officer.queue.head.status'), t('work.of.head.held'), t('work.assign.choose')]}
      rows={held.map(({ id, receiptNumber, form, status, heldSince }) => [
        <a key="case" href={officePaths.case({ receiptNumber })}>
          <NumberText t={t} kind="receipt" value={receiptNumber} />
        </a>,
        formShortTitle(agency, t, form),
        statusTitle(agency, t, status),
        <InstantText key="held" t={t} at={heldSince} />,
        <CaseBox key="box" t={t} id={id} receiptNumber={receiptNumber} />,
      ])}
    />
  )
}

const casesField: Field<readonly string[]> = { echo: true, parse: (posted, name) => right(posted.get(name) ?? []) }
const toField: Field<string | null> = { echo: true, parse: (posted, name) => right(postedText(posted, name) || null) }
/** Where the list was, as the button's address says: a queue as it was filtered, or somebody's work. */
function backTo({ query }: Pick<Context, 'query'>, words: Record<string, string>) {
  const from = /^\/(?:queues|work)\/[\w?&=%-]+$/.test(query.from ?? '') ? String(query.from) : officePaths.work()
  return seeOther(`${from}${from.includes('?') ? '&' : '?'}${new URLSearchParams(words)}`)
}
const backSaying = (said: string) => (context: Context) => backTo(context, { said })

/** **Give them**, pressed under a list of cases. */
export const assignWorkAction = action({
  path: officePaths.assignWork,
  access: staffWho('assign-work'),
  audit: records(assignWork),
  fields: { cases: casesField, to: toField },
  back: backSaying('none-chosen'),
  submit: {
    operation: assignWork,
    input: ({ cases, to }) => ({ cases, to }),
    shows: {
      'unknown-colleague': backSaying('no-colleague'),
      'nothing-chosen': backSaying('none-chosen'),
      'not-allowed': () => seeOther(officePaths.front()),
      'too-many-attempts': backSaying('none-chosen'),
    },
    then: ({ moved, stayed }, context) => backTo(context, { said: 'assigned', moved: String(moved), stayed: String(stayed) }),
  },
})
