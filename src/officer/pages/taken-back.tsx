import { formShortTitle } from '../../cases/index.ts'
import { takenBackPayments, type TakenBackPlace } from '../../filing/index.ts'
import { notFound } from '../../platform/http/answer.ts'
import { page, recordsNothing } from '../../platform/http/page.ts'
import type { MessageKey } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Breadcrumb, ButtonLink, EmptyState, InstantText, NumberText, Table } from '../../ui/index.ts'
import { staffWho } from '../sessions/access.ts'
import { placeFrom } from './queue.tsx'

const nextHref = ({ since, id }: TakenBackPlace) =>
  `${officePaths.takenBack()}?after=${encodeURIComponent(`${since}~${id}`)}`

/** Payments of which a bank took money back: disputed charges, and debits returned after they were sure. */
export const takenBackPage = page({
  path: officePaths.takenBack,
  access: staffWho('see-queues'),
  audit: recordsNothing('receipt numbers and amounts only'),
  load: async (context) => (await context.read(takenBackPayments, { after: placeFrom(context.query.after) })) ?? notFound,
  view: ({ t, model: { payments, next }, context }) => {
    const { agency } = context.services
    const rows = payments.map(({ receiptNumber, form, dispute, amountCents, since }) => [
      <a href={officePaths.case({ receiptNumber })}>
        <NumberText t={t} kind="receipt" value={receiptNumber} />
      </a>,
      formShortTitle(agency, t, form),
      t(`officer.taken-back.${dispute ?? 'returned'}` as MessageKey),
      <InstantText t={t} at={since} />,
      t.money(amountCents),
    ])
    const head = (['receipt', 'form', 'what', 'since', 'amount'] as const).map((name) => t(`officer.taken-back.head.${name}`))
    return {
      title: t('officer.taken-back.title'),
      wide: true,
      body: (
        <div class="stack">
          <Breadcrumb t={t} trail={[{ words: t('officer.queues.title'), href: officePaths.queues() }, { words: t('officer.taken-back.title') }]} />
          <h1>{t('officer.taken-back.title')}</h1>
          <p class="lead">{t('officer.taken-back.about')}</p>
          {rows.length > 0 ? (
            <Table caption={t('officer.taken-back.list')} head={head} numeric={[4]} rows={rows} />
          ) : (
            <EmptyState title={t('officer.taken-back.none')}>
              <p>{t('officer.taken-back.none.body')}</p>
            </EmptyState>
          )}
          {next ? (
            <p>
              <ButtonLink href={nextHref(next)} look="quiet">
                {t('officer.queue.next-page')}
              </ButtonLink>
            </p>
          ) : null}
        </div>
      ),
    }
  },
})
