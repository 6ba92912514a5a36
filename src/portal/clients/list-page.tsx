import { representative } from '../../accounts/index.ts'
import { notFound } from '../../platform/http/answer.ts'
import { type Context, page, recordsNothing } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { shownPhone } from '../../platform/phone-number.ts'
import { type Client, ClientCrumbs, type ClientsPage, listedName, ownClients } from '../../representation/index.ts'
import { ButtonLink, DayText, EmptyState, Pagination, Table } from '../../ui/index.ts'

type Shown = { t: Text; country: string; model: ClientsPage; archived: boolean }

const reachedAt = ({ contact: { email, phone } }: Client, country: string) => email || (phone ? shownPhone(phone, country) : '')

function ClientTable({ t, country, model }: Shown) {
  return (
    <Table
      caption={t('clients.list.caption')}
      head={[t('clients.list.name'), t('clients.list.kind'), t('clients.list.reached'), t('clients.list.added')]}
      rows={model.clients.map((client) => [
        <a key="name" href={paths.client({ client: client.id })} dir="auto">
          {listedName(client.names)}
        </a>,
        t(`clients.kind.${client.names.kind}`),
        <bdi key="reached" dir="ltr">
          {reachedAt(client, country)}
        </bdi>,
        <DayText key="added" t={t} day={client.addedAt.toZonedDateTimeISO(t.timeZone).toPlainDate()} />,
      ])}
    />
  )
}

function Clients(shown: Shown) {
  const { t, model, archived } = shown
  if (model.clients.length === 0)
    return archived ? (
      <EmptyState title={t('clients.empty.archived.title')}>
        <p>{t('clients.empty.archived.about')}</p>
      </EmptyState>
    ) : (
      <EmptyState title={t('clients.empty.title')} action={{ href: paths.addClient(), words: t('clients.add') }}>
        <p>{t('clients.empty.about')}</p>
      </EmptyState>
    )
  const query = archived ? 'archived=yes&' : ''
  return (
    <>
      <p>{t('clients.count', { count: archived ? model.archived : model.active })}</p>
      <ClientTable {...shown} />
      <Pagination t={t} current={model.page} of={model.pages} hrefOf={(number) => `${paths.clients()}?${query}page=${number}`} />
    </>
  )
}

/** `/clients`: the people and companies a representative acts for, by name; with `?archived=yes` those who were archived. */
export const clientsPage = page({
  path: paths.clients,
  access: representative,
  audit: recordsNothing('A representative looks at their own clients'),
  load: async (context: Context) => {
    const { archived, page: wanted } = context.query
    return (await context.read(ownClients, { archived: archived === 'yes', page: Number(wanted) || 1 })) ?? notFound
  },
  view: ({ t, model, context }) => {
    const archived = context.query.archived === 'yes'
    const title = t(archived ? 'clients.archived.title' : 'clients.title')
    const hasAny = model.active + model.archived > 0
    return {
      title,
      wide: true,
      body: (
        <>
          <ClientCrumbs t={t} {...(archived ? { here: title } : {})} />
          <h1>{title}</h1>
          <p class="lead">{t('clients.about')}</p>
          {hasAny && !archived ? (
            <p>
              <ButtonLink href={paths.addClient()}>{t('clients.add')}</ButtonLink>
            </p>
          ) : null}
          <Clients t={t} country={context.services.agency.country} model={model} archived={archived} />
          {model.archived > 0 && !archived ? (
            <p>
              <a href={`${paths.clients()}?archived=yes`}>{t('clients.archived.link', { count: model.archived })}</a>
            </p>
          ) : null}
        </>
      ),
    }
  },
})
