import { FormPage, representative } from '../../accounts/index.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { textField } from '../../platform/http/field.ts'
import { type Context, type FormState, page, procedure, recordsNothing } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { type ClientList, clientLists, ClientCrumbs, type ClientsPage, type FoundClients, ownClients, sealSought, searchClients } from '../../representation/index.ts'
import { Button, ButtonLink, EmptyState, FormShell, Pagination, TextField } from '../../ui/index.ts'
import { ChoiceLinks } from './choice-links.tsx'
import { ClientTable } from './client-table.tsx'

type Shown = { t: Text; model: ClientsPage }
type Model = ClientsPage & { readonly found: FoundClients | null }

const hrefOf = (list: ClientList, page?: number) => {
  const query = [...(list === 'active' ? [] : [`show=${list}`]), ...(page ? [`page=${page}`] : [])].join('&')
  return query ? `${paths.clients()}?${query}` : paths.clients()
}

/** What was typed goes on sealed in the address: a client's name stands in none. */
const look = procedure({
  refusals: [],
  call: async ({ services, actor }: Context, { sought }: { sought: string }) =>
    seeOther(sought === '' ? paths.clients() : `${paths.clients()}?sought=${sealSought(services.keys, String(actor.id), sought)}`),
})

function Search({ t, form, model, csrfToken }: { t: Text; form: FormState; model: Model; csrfToken: string }) {
  return (
    <FormShell action={paths.clients()} csrfToken={csrfToken}>
      <TextField
        name="sought"
        type="search"
        label={t('clients.search.label')}
        hint={t('clients.search.hint')}
        value={form.value('sought') || (model.found?.typed ?? '')}
        error={form.error('sought')}
        autocomplete="off"
        spellcheck={false}
      />
      <Button look="quiet">{t('clients.search.submit')}</Button>
    </FormShell>
  )
}

function Found({ t, found: { typed, clients, hasMore } }: Omit<Shown, 'model'> & { found: FoundClients }) {
  return (
    <>
      <p role="status">{t('clients.search.found', { count: clients.length, typed })}</p>
      {clients.length > 0 ? <ClientTable t={t} clients={clients} /> : null}
      {hasMore ? <p>{t('clients.search.more')}</p> : null}
      <p>
        <a href={paths.clients()}>{t('clients.search.all')}</a>
      </p>
    </>
  )
}

function Clients({ t, model }: Shown) {
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
      <ClientTable t={t} clients={clients} />
      <Pagination t={t} current={current} of={pages} hrefOf={(number) => hrefOf(list, number)} />
    </>
  )
}

async function loaded(context: Context): Promise<Model | typeof notFound> {
  const { show, page: wanted, sought } = context.query
  const list = clientLists.find((each) => each === show) ?? 'active'
  const found = sought ? await context.read(searchClients, { sought }) : null
  // Beside what was found nothing of the list is shown.
  const own = await context.read(ownClients, { list, page: Math.trunc(Number(wanted)) || 1, counted: found !== null })
  return own ? { ...own, found } : notFound
}

/** `/clients`: the people and companies a representative acts for, by name; with `?show=asked` those of whom something is asked. */
export const clientsPage = page({
  path: paths.clients,
  access: representative,
  audit: recordsNothing('A representative looks at their own clients'),
  load: loaded,
  loadsToShow: true,
  fields: { sought: textField({ empty: 'clients.search.label', most: 100, optional: true }) },
  view: ({ t, model, form, context }) => {
    const hasAny = model.active + model.archived > 0
    return {
      title: t('clients.title'),
      wide: true,
      body: (
        <>
          <ClientCrumbs t={t} />
          <FormPage t={t} form={form} title={t('clients.title')}>
            <p class="lead">{t('clients.about')}</p>
            {hasAny ? (
              <>
                <p>
                  <ButtonLink href={paths.addClient()}>{t('clients.add')}</ButtonLink>
                </p>
                <p>
                  <a href={paths.clientDeadlines()}>{t('clients.deadlines.link')}</a>
                </p>
                <Search t={t} form={form} model={model} csrfToken={context.csrfToken()} />
                <ChoiceLinks
                  label={t('clients.filter.title')}
                  choices={clientLists.map((list) => ({ words: t(`clients.filter.${list}`), href: hrefOf(list), isShown: !model.found && list === model.list }))}
                />
              </>
            ) : null}
            {model.found ? <Found t={t} found={model.found} /> : <Clients t={t} model={model} />}
            <p>
              <a href={paths.withdrawnClients()}>{t('clients.withdrawn')}</a>
            </p>
          </FormPage>
        </>
      ),
    }
  },
  submit: {
    operation: look,
    input: ({ sought }) => ({ sought }),
    shows: {},
    then: () => seeOther(paths.clients()),
  },
})
