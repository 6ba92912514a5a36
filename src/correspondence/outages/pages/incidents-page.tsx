import { type Context, page, recordsNothing } from '../../../platform/http/page.ts'
import { anyone } from '../../../platform/http/visit.ts'
import { paths } from '../../../platform/paths.ts'
import { ButtonLink, ButtonRow, EmptyState } from '../../../ui/index.ts'
import { publicOutages } from '../read-outages.ts'
import { OutageCard } from './outage-card.tsx'

const pageOf = ({ query }: Pick<Context, 'query'>) => Math.max(1, Math.min(1000, Number.parseInt(query.page ?? '1', 10) || 1))

/** `/incidents`: when people could not use this, and what that did to their deadlines. For anybody. */
export const incidentsPage = page({
  path: paths.incidents,
  access: anyone,
  audit: recordsNothing('The same for everyone'),
  load: async (context) => (await context.read(publicOutages, { page: pageOf(context) })) ?? { outages: [], hasMore: false },
  view: ({ t, model: { outages, hasMore }, context }) => {
    const here = pageOf(context)
    return {
      title: t('outages.public.title'),
      body: (
        <div class="stack">
          <h1>{t('outages.public.title')}</h1>
          <p class="lead">{t('outages.public.about')}</p>
          {outages.length === 0 ? (
            <EmptyState title={t('outages.public.none.title')}>
              <p>{t('outages.public.none')}</p>
            </EmptyState>
          ) : null}
          {outages.map((outage) => (
            <OutageCard key={outage.id} t={t} agency={context.services.agency} outage={outage} />
          ))}
          <ButtonRow>
            {here > 1 ? (
              <ButtonLink href={paths.incidents()} look="quiet">
                {t('outages.public.newest')}
              </ButtonLink>
            ) : null}
            {hasMore ? (
              <ButtonLink href={`${paths.incidents()}?page=${here + 1}`} look="quiet">
                {t('outages.public.older')}
              </ButtonLink>
            ) : null}
          </ButtonRow>
        </div>
      ),
    }
  },
})
