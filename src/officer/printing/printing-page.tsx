import type { PrintBatch } from '../../cases/index.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { type Context, page, records } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Alert, Breadcrumb, Button, Card, EmptyState, FormShell, InstantText, Table, Tag } from '../../ui/index.ts'
import { staffWho } from '../sessions/access.ts'
import { LettersApart } from './letters-apart.tsx'
import { askBatch } from './printing-acts.ts'
import { type PrintingDesk, printingDesk } from './printing-desk.ts'

const refreshSeconds = 3

const newestOf = ({ batches }: PrintingDesk): string => String(batches[0]?.ordinal ?? 0)

/** Whether the batch that was asked for is yet to come: `?asked=` is the newest there was then. */
const isAwaited = (desk: PrintingDesk, asked: string | undefined): boolean => asked === newestOf(desk) && desk.waiting.letters > 0

function Waiting({ t, desk, csrfToken, awaited }: { t: Text; desk: PrintingDesk; csrfToken: string; awaited: boolean }) {
  const { letters, since } = desk.waiting
  if (awaited)
    return (
      <Alert kind="info" live>
        <p>{t('printing.making')}</p>
      </Alert>
    )
  if (letters === 0 || !since)
    return (
      <EmptyState title={t('printing.none.title')}>
        <p>{t('printing.none.body')}</p>
      </EmptyState>
    )
  return (
    <Card title={t('printing.waiting', { count: letters })}>
      <p>
        {t('printing.since')} <InstantText t={t} at={since} />
      </p>
      <FormShell action={officePaths.printing()} csrfToken={csrfToken}>
        <Button>{t('printing.make')}</Button>
      </FormShell>
    </Card>
  )
}

/** Letters that would come back wait for an address; they are in no batch and in no list. */
function Held({ t, letters }: { t: Text; letters: number }) {
  if (letters === 0) return null
  return (
    <Card title={t('printing.held.title', { count: letters })}>
      <p>{t('printing.held.about')}</p>
    </Card>
  )
}

function stateOf({ confirmed_at, fetched_at, withdrawn_at }: PrintBatch) {
  if (withdrawn_at) return 'withdrawn'
  if (confirmed_at) return 'printed'
  return fetched_at ? 'fetched' : 'ready'
}

const tagOf = { withdrawn: 'plain', printed: 'good', fetched: 'act', ready: 'act' } as const

export const batchName = (t: Text, { ordinal }: Pick<PrintBatch, 'ordinal'>): string => t('printing.batch', { number: String(ordinal) })

function Batches({ t, batches }: { t: Text; batches: readonly PrintBatch[] }) {
  if (batches.length === 0) return null
  return (
    <Card title={t('printing.batches')}>
      <Table
        caption={t('printing.list')}
        head={(['batch', 'made', 'letters', 'pages', 'state'] as const).map((name) => t(`printing.head.${name}`))}
        numeric={[2, 3]}
        rows={batches.map((batch) => [
          <a key="batch" href={officePaths.printBatch({ batch: batch.id })}>
            {batchName(t, batch)}
          </a>,
          <InstantText key="made" t={t} at={batch.made_at} />,
          t.number(batch.letters),
          t.number(batch.pages),
          <Tag key="state" kind={tagOf[stateOf(batch)]}>
            {t(`printing.state.${stateOf(batch)}`)}
          </Tag>,
        ])}
      />
    </Card>
  )
}

/** `/printing`: letters on paper, from when they wait until they were counted in print. */
export const printingPage = page({
  path: officePaths.printing,
  access: staffWho('print-letters'),
  audit: records(askBatch),
  load: async (context: Context) => (await context.read(printingDesk, {})) ?? notFound,
  view: ({ t, model: desk, context }) => {
    const awaited = isAwaited(desk, context.query.asked)
    const csrfToken = context.csrfToken()
    return {
      title: t('printing.title'),
      wide: true,
      ...(awaited ? { refreshSeconds } : {}),
      body: (
        <div class="stack">
          <Breadcrumb t={t} trail={[{ words: t('office-intake.title'), href: officePaths.intake() }, { words: t('printing.title') }]} />
          <h1>{t('printing.title')}</h1>
          <Waiting t={t} desk={desk} csrfToken={csrfToken} awaited={awaited} />
          <Held t={t} letters={desk.held} />
          <LettersApart t={t} csrfToken={csrfToken} letters={desk.apart} />
          <Batches t={t} batches={desk.batches} />
        </div>
      ),
    }
  },
  submit: {
    operation: askBatch,
    input: () => ({}),
    shows: {},
    then: (_asked, _context, desk) => seeOther(`${officePaths.printing()}?asked=${newestOf(desk)}`),
  },
})
