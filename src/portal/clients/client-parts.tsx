import type { Text } from '../../platform/i18n/text.ts'
import { newId } from '../../platform/ids.ts'
import { paths } from '../../platform/paths.ts'
import { shownPhone } from '../../platform/phone-number.ts'
import { AddressText } from '../../profile/index.ts'
import { type Client, clientName, type ClientNote } from '../../representation/index.ts'
import { Alert, Button, ButtonRow, ButtonLink, Card, FormShell, HiddenWords, InstantText, SummaryList, TextArea } from '../../ui/index.ts'

interface Shown {
  t: Text
  client: Client
  country: string
  csrfToken: string
}

/** How the client is called and reached, and whether they have an account. */
export function DetailsCard({ t, client: { id, names, contact, account }, country }: Omit<Shown, 'csrfToken'>) {
  const none = t('clients.contact.none')
  const change = paths.changeClient({ client: id })
  return (
    <Card title={t('clients.details.title')}>
      <SummaryList
        t={t}
        rows={[
          { question: t('clients.list.kind'), answer: t(`clients.kind.${names.kind}`) },
          { question: t('clients.details.name'), answer: <bdi>{clientName(t, names)}</bdi>, change },
          ...(names.kind === 'company' ? [{ question: t('clients.names.signer'), answer: names.signer ? <bdi>{names.signer}</bdi> : none, change }] : []),
          { question: t('clients.contact.email'), answer: contact.email ? <bdi dir="ltr">{contact.email}</bdi> : none, change },
          { question: t('clients.contact.phone'), answer: contact.phone ? <bdi dir="ltr">{shownPhone(contact.phone, country)}</bdi> : none, change },
          { question: t('clients.contact.address'), answer: contact.address ? <AddressText t={t} address={contact.address} /> : none, change },
        ]}
      />
      <p class="muted">{t(account ? 'clients.account.has' : 'clients.account.none')}</p>
    </Card>
  )
}

function OneNote({ t, client, csrfToken, note }: Omit<Shown, 'country'> & { note: ClientNote }) {
  const its = { client: client.id, note: note.id }
  const which = t('clients.notes.of', { at: t.instant(note.at) })
  return (
    <li>
      <p class="muted">
        <InstantText t={t} at={note.at} />
        {note.changedAt ? <> · {t('clients.notes.changed', { at: t.instant(note.changedAt) })}</> : null}
      </p>
      <p class="preserved" dir="auto">
        {note.text}
      </p>
      <ButtonRow>
        <ButtonLink href={paths.clientNote(its)} look="quiet">
          {t('clients.notes.change')} <HiddenWords>{which}</HiddenWords>
        </ButtonLink>
        <FormShell action={paths.removeClientNote(its)} csrfToken={csrfToken} class="inline-form">
          <Button look="plain">
            {t('clients.notes.remove')} <HiddenWords>{which}</HiddenWords>
          </Button>
        </FormShell>
      </ButtonRow>
    </li>
  )
}

/** What the representative noted, and a form for one more. */
export function NotesCard({ t, client, csrfToken, notes }: Omit<Shown, 'country'> & { notes: readonly ClientNote[] }) {
  return (
    <Card title={t('clients.notes.title')}>
      <p>{t('clients.notes.about')}</p>
      {notes.length === 0 ? (
        <p class="muted">{t('clients.notes.none')}</p>
      ) : (
        <ul class="plain-list">
          {notes.map((note) => (
            <OneNote key={note.id} t={t} client={client} csrfToken={csrfToken} note={note} />
          ))}
        </ul>
      )}
      <FormShell action={paths.addClientNote({ client: client.id })} csrfToken={csrfToken} idempotencyKey={newId()} class="form">
        <TextArea name="text" label={t('clients.notes.text')} rows={3} />
        <Button look="quiet">{t('clients.notes.keep')}</Button>
      </FormShell>
    </Card>
  )
}

/** The way out of the list, or back into it. */
export function ArchiveCard({ t, client, csrfToken }: Omit<Shown, 'country'>) {
  if (client.archivedAt)
    return (
      <Alert kind="info">
        <p>{t('clients.archived.is')}</p>
        <FormShell action={paths.restoreClient({ client: client.id })} csrfToken={csrfToken} class="inline-form">
          <Button look="quiet">{t('clients.restore')}</Button>
        </FormShell>
      </Alert>
    )
  return (
    <Card title={t('clients.archive.title')}>
      <p>{t('clients.archive.about')}</p>
      <FormShell action={paths.archiveClient({ client: client.id })} csrfToken={csrfToken} class="inline-form">
        <Button look="plain">{t('clients.archive')}</Button>
      </FormShell>
    </Card>
  )
}
