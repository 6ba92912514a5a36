import { representative } from '../../accounts/index.ts'
import { notFound } from '../../platform/http/answer.ts'
import { type Context, page, recordsNothing } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { type ClientList, clientLists, ClientCrumbs, type ClientsPage, ownClients } from '../../representation/index.ts'
import { ButtonLink, EmptyState, Pagination } from '../../ui/index.ts'
import { ClientTable } from './client-table.tsx'

type Shown = { t: Text; now: Temporal.Instant; model: ClientsPage }

const hrefOf = (list: ClientList, page?: number) => {
  const query = [...(list === 'active' ? [] : [`show=${list}`]), ...(page ? [`page=${page}`] : [])].join('&')
  return query ? `${paths.clients()}?${query}` : paths.clients()
}

/** Which clients are shown, as links: each choice has an address of its own. */
function Filter({ t, model }: Pick<Shown, 't' | 'model'>) {
  return (
    <nav aria-label={t('clients.filter.title')}>
      <p>
        {clientLists.map((list, at) => (
          <>
            {at > 0 ? ' · ' : null}
            <a key={list} href={hrefOf(list)} aria-current={list === model.list ? 'page' : undefined}>
              {t(`clients.filter.${list}`)}
            </a>
          </>
        ))}
      </p>
    </nav>
  )
}

function Clients({ t, now, model }: Shown) {
  const { list, clients, total, page: current, pages } = model
  if (clients.length === 0) {
    const words = list === 'active' ? 'clients.empty' : (`clients.empty.${list}` as const)
    return (
      <EmptyState title={t(`${words}.title`)} {...(list === 'active' ? { action: { href: paths.addClient(), words: t('clients.add') } } : {})}>
        <p>{t(`${words}.about`)}</p>
      </EmptyState>
    )
  }
  return (
    <>
      <p>{t('clients.count', { count: total })}</p>
      <ClientTable t={t} now={now} clients={clients} />
      <Pagination t={t} current={current} of={pages} hrefOf={(number) => hrefOf(list, number)} />
    </>
  )
}

/** `/clients`: the people and companies a representative acts for, by name; with `?show=asked` those of whom something is asked. */
export const clientsPage = page({
  path: paths.clients,
  access: representative,
  audit: recordsNothing('A representative looks at their own clients'),
  load: async (context: Context) => {
    const { show, page: wanted } = context.query
    const list = clientLists.find((each) => each === show) ?? 'active'
    return (await context.read(ownClients, { list, page: Math.trunc(Number(wanted)) || 1 })) ?? notFound
  },
  view: ({ t, model, context }) => {
    const hasAny = model.active + model.archived > 0
    return {
      title: t('clients.title'),
      wide: true,
      body: (
        <>
          <ClientCrumbs t={t} />
          <h1>{t('clients.title')}</h1>
          <p class="lead">{t('clients.about')}</p>
          {hasAny ? (
            <>
              <p>
                <ButtonLink href={paths.addClient()}>{t('clients.add')}</ButtonLink>
              </p>
              <p>
                <a href={paths.clientDeadlines()}>{t('clients.deadlines.link')}</a>
              </p>
              <Filter t={t} model={model} />
            </>
          ) : null}
          <Clients t={t} now={context.services.clock.now()} model={model} />
          <p>
            <a href={paths.withdrawnClients()}>{t('clients.withdrawn')}</a>
          </p>
        </>
      ),
    }
  },
})
