import type { AgencyPack } from '../../../agency/index.ts'
import { formShortTitle } from '../../../cases/index.ts'
import { notFound } from '../../../platform/http/answer.ts'
import { type Context, page, recordsNothing } from '../../../platform/http/page.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { officePaths } from '../../../platform/paths.ts'
import { Breadcrumb, ButtonLink, ButtonRow, EmptyState, InstantText, NumberText, Table } from '../../../ui/index.ts'
import { placeFrom } from '../../pages/queue.tsx'
import { staffWho } from '../../sessions/access.ts'
import type { DuplicatePlace } from './duplicate-store.ts'
import { duplicatesOnPage, type WaitingDuplicate } from './read-duplicates.ts'

const nextHref = ({ since, id }: DuplicatePlace) => `${officePaths.duplicates()}?after=${encodeURIComponent(`${since}~${id}`)}`

type Shown = { t: Text; agency: AgencyPack; duplicates: readonly WaitingDuplicate[] }

function Duplicates({ t, agency, duplicates }: Shown) {
  if (duplicates.length === 0)
    return (
      <EmptyState title={t('duplicates.none.title')}>
        <p>{t('duplicates.none.body')}</p>
      </EmptyState>
    )
  return (
    <Table
      caption={t('duplicates.list')}
      head={(['case', 'form', 'why', 'since', 'state'] as const).map((name) => t(`duplicates.head.${name}`))}
      rows={duplicates.map(({ receiptNumber, form, reasons, since, days, state }) => [
        <a key="case" href={officePaths.duplicate({ receiptNumber })}>
          <NumberText t={t} kind="receipt" value={receiptNumber} />
        </a>,
        formShortTitle(agency, t, form),
        reasons.map((reason) => t(`duplicates.reason.${reason}`)).join(' '),
        <>
          <InstantText key="since" t={t} at={since} /> <span class="muted">{t('duplicates.age', { days })}</span>
        </>,
        t(`duplicates.state.${state}`),
      ])}
    />
  )
}

/** `/intake/duplicates`: forms on paper of which an officer says whose they are, the oldest first. */
export const duplicatesPage = page({
  path: officePaths.duplicates,
  access: staffWho('decide-whose-case'),
  audit: recordsNothing('receipt numbers, and why each form waits'),
  load: async (context: Context) => {
    const after = placeFrom(context.query.after)
    const found = await context.read(duplicatesOnPage, { after })
    return found ? { ...found, isFirst: after === null } : notFound
  },
  view: ({ t, model: { waiting, oldest, duplicates, next, isFirst }, context }) => ({
    title: t('duplicates.title'),
    wide: true,
    body: (
      <div class="stack">
        <Breadcrumb t={t} trail={[{ words: t('office-intake.title'), href: officePaths.intake() }, { words: t('duplicates.title') }]} />
        <h1>{t('duplicates.title')}</h1>
        <p>{t('duplicates.lead')}</p>
        {oldest ? (
          <p>
            <strong>{t('duplicates.waiting', { count: waiting })}.</strong> {t('duplicates.oldest')} <InstantText t={t} at={oldest} />.
          </p>
        ) : null}
        <Duplicates t={t} agency={context.services.agency} duplicates={duplicates} />
        <ButtonRow>
          {isFirst ? null : (
            <ButtonLink href={officePaths.duplicates()} look="quiet">
              {t('duplicates.first-page')}
            </ButtonLink>
          )}
          {next ? (
            <ButtonLink href={nextHref(next)} look="quiet">
              {t('duplicates.next-page')}
            </ButtonLink>
          ) : null}
        </ButtonRow>
      </div>
    ),
  }),
})
