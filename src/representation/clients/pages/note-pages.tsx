import { FormPage, representative } from '../../../accounts/index.ts'
import { notFound, seeOther } from '../../../platform/http/answer.ts'
import { longTextField, pressField } from '../../../platform/http/field.ts'
import { type Context, page, records } from '../../../platform/http/page.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { newId } from '../../../platform/ids.ts'
import { paths } from '../../../platform/paths.ts'
import { Button, FormShell, idempotencyFieldName, TextArea } from '../../../ui/index.ts'
import type { Client } from '../client.ts'
import { changeNote, keepNote, notesOnClient } from '../keep-note.ts'
import { noteCharactersMost } from '../note.ts'
import { clientFor } from '../own-clients.ts'
import { ClientCrumbs } from './client-crumbs.tsx'
import { clientName } from './client-words.ts'

const textField = longTextField({ empty: 'clients.notes.empty', most: noteCharactersMost })
const crumbOf = (t: Text, { id, names }: Client) => ({ id, name: clientName(t, names) })

/** `/clients/<client>/notes`: where the form of the client's page is sent; by itself a page with that form. */
export const addNotePage = page({
  path: paths.addClientNote,
  access: representative,
  audit: records(keepNote),
  load: async (context: Context<{ client: string }>) => (await context.read(clientFor, context.params)) ?? notFound,
  fields: { text: textField, [idempotencyFieldName]: pressField },
  view: ({ t, model: client, form, context }) => {
    const title = t('clients.notes.title')
    const isPosted = form.errors.length > 0 || form.parked
    return {
      title,
      body: (
        <>
          <ClientCrumbs t={t} client={crumbOf(t, client)} here={title} />
          <FormPage t={t} form={form} title={title}>
            <p>{t('clients.notes.about')}</p>
            <FormShell action={paths.addClientNote(context.params)} csrfToken={context.csrfToken()} idempotencyKey={isPosted ? form.value(idempotencyFieldName) : newId()}>
              <TextArea name="text" label={t('clients.notes.text')} value={form.value('text')} error={form.error('text')} rows={6} />
              <Button>{t('clients.notes.keep')}</Button>
            </FormShell>
          </FormPage>
        </>
      ),
    }
  },
  submit: {
    operation: keepNote,
    input: ({ text, [idempotencyFieldName]: press }, { params }) => ({ client: params.client, text, press }),
    shows: { 'no-such-client': () => notFound },
    then: (_kept, { params }) => seeOther(`${paths.client(params)}?done=noted`),
  },
})

/** `/clients/<client>/notes/<note>`: other words for a note. */
export const changeNotePage = page({
  path: paths.clientNote,
  access: representative,
  audit: records(changeNote),
  load: async (context: Context<{ client: string; note: string }>) => {
    const client = await context.read(clientFor, context.params)
    const [note] = (await context.read(notesOnClient, context.params)) ?? []
    return client && note && !note.removedAt ? { client, note } : notFound
  },
  fields: { text: textField },
  view: ({ t, model: { client, note }, form, context }) => {
    const title = t('clients.notes.change.title')
    const isPosted = form.errors.length > 0 || form.parked
    return {
      title,
      body: (
        <>
          <ClientCrumbs t={t} client={crumbOf(t, client)} here={title} />
          <FormPage t={t} form={form} title={title}>
            <FormShell action={paths.clientNote(context.params)} csrfToken={context.csrfToken()}>
              <TextArea name="text" label={t('clients.notes.change.text')} value={isPosted ? form.value('text') : note.text} error={form.error('text')} rows={8} />
              <Button>{t('clients.save')}</Button>
            </FormShell>
          </FormPage>
        </>
      ),
    }
  },
  submit: {
    operation: changeNote,
    input: ({ text }, { params }) => ({ ...params, text }),
    shows: { 'no-such-note': () => notFound },
    then: (_kept, { params }) => seeOther(`${paths.client(params)}?done=note-changed`),
  },
})
