import { representative } from '../../accounts/index.ts'
import { notFound } from '../../platform/http/answer.ts'
import { type Context, page, recordsNothing } from '../../platform/http/page.ts'
import { isId } from '../../platform/ids.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { ClientCrumbs, clientName, clientWithNotes } from '../../representation/index.ts'
import { Alert, Button, FormShell } from '../../ui/index.ts'
import { drawCards } from './client-cards.ts'
import { ArchiveCard, DetailsCard, NotesCard } from './client-parts.tsx'

const doneWords = ['added', 'changed', 'archived', 'restored', 'noted', 'note-changed', 'note-restored'] as const

function Done({ t, done }: { t: Text; done: string | undefined }) {
  const what = doneWords.find((each) => each === done)
  return what ? (
    <Alert kind="good" live>
      <p>{t(`clients.done.${what}`)}</p>
    </Alert>
  ) : null
}

async function loaded(context: Context<{ client: string }>) {
  const { removed } = context.query
  const found = await context.read(clientWithNotes, { client: context.params.client, removed: removed && isId(removed) ? removed : null })
  return found ? { ...found, cards: await drawCards(context, found.client) } : notFound
}

/** `/clients/<client>`: what there is of one client: names, how they are reached, what each domain has of theirs, notes. */
export const clientPage = page({
  path: paths.client,
  access: representative,
  audit: recordsNothing('A representative looks at what they keep of their own client'),
  load: loaded,
  view: ({ t, model: { client, notes, removed, cards }, context }) => {
    const name = clientName(t, client.names)
    const shown = { t, client, csrfToken: context.csrfToken() }
    return {
      title: t('clients.client'),
      body: (
        <>
          <ClientCrumbs t={t} here={name} />
          <h1 dir="auto">{name}</h1>
          <div class="stack">
            <Done t={t} done={context.query.done} />
            {removed ? (
              <Alert kind="good" live>
                <p>{t('clients.notes.removed')}</p>
                <FormShell action={paths.restoreClientNote({ client: client.id, note: removed.id })} csrfToken={shown.csrfToken} class="inline-form">
                  <Button look="quiet">{t('clients.notes.restore')}</Button>
                </FormShell>
              </Alert>
            ) : null}
            {client.archivedAt ? <ArchiveCard {...shown} /> : null}
            {cards}
            <DetailsCard {...shown} country={context.services.agency.country} />
            <NotesCard {...shown} notes={notes} />
            {client.archivedAt ? null : <ArchiveCard {...shown} />}
          </div>
        </>
      ),
    }
  },
})
