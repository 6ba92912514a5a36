import { notFound, seeOther } from '../../platform/http/answer.ts'
import { longTextField } from '../../platform/http/field.ts'
import { action, type Context, page, records, recordsNothing } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Alert, Button, Card, EmptyState, FormShell, InstantText, TextArea } from '../../ui/index.ts'
import { staffWho } from '../sessions/access.ts'
import type { SharedContactRow } from './shared-contact-store.ts'
import { seeSharedContact, sharedContacts } from './shared-contacts.ts'

const saidWords = ['seen', 'no-reason', 'not-possible'] as const

function Shared({ t, csrfToken, place: at, contact: { id, people, since_at: since, accounts } }: { t: Text; csrfToken: string; place: number; contact: SharedContactRow }) {
  return (
    <Card title={t('shared.people', { place: at, count: people })}>
      <p>{t.rich('shared.since', { at: <InstantText t={t} at={since} /> })}</p>
      <ul>
        {accounts.map((account, place) => (
          <li key={account}>
            <a href={officePaths.person({ account })}>{t('shared.person', { place: place + 1 })}</a>
          </li>
        ))}
      </ul>
      <FormShell action={officePaths.seeSharedContact({ contact: id })} csrfToken={csrfToken}>
        <TextArea name="why" id={`why-${id}`} label={t('shared.why', { place: at })} hint={t('shared.why.hint')} rows={3} />
        <Button>{t('shared.seen')}</Button>
      </FormShell>
    </Card>
  )
}

/** `/shared-contacts`: telephones that open the accounts of many people who have no case together. */
export const sharedContactsPage = page({
  path: officePaths.sharedContacts,
  access: staffWho('see-shared-contacts'),
  audit: recordsNothing('numbers and days; whose accounts they are is opened with a reason'),
  load: async (context: Context) => (await context.read(sharedContacts, {})) ?? notFound,
  view: ({ t, model, context }) => {
    const said = saidWords.find((each) => each === context.query.said)
    return {
      title: t('shared.title'),
      body: (
        <div class="stack">
          <h1>{t('shared.title')}</h1>
          <p class="lead">{t('shared.about')}</p>
          {said ? (
            <Alert kind={said === 'seen' ? 'good' : 'warn'} live>
              <p>{t(`shared.said.${said}`)}</p>
            </Alert>
          ) : null}
          {model.length === 0 ? (
            <EmptyState title={t('shared.none.title')}>
              <p>{t('shared.none.body')}</p>
            </EmptyState>
          ) : null}
          {model.map((contact, index) => (
            <Shared key={contact.id} t={t} place={index + 1} csrfToken={context.csrfToken()} contact={contact} />
          ))}
        </div>
      ),
    }
  },
})

const back = (said: (typeof saidWords)[number]) => () => seeOther(`${officePaths.sharedContacts()}?said=${said}`)

export const seeSharedContactAction = action({
  path: officePaths.seeSharedContact,
  access: staffWho('see-shared-contacts'),
  audit: records(seeSharedContact),
  fields: { why: longTextField({ empty: 'shared.said.no-reason', most: 1000 }) },
  back: back('no-reason'),
  submit: {
    operation: seeSharedContact,
    input: ({ why }, { params }) => ({ id: params.contact ?? '', why }),
    shows: { 'no-such-contact': back('not-possible'), 'not-allowed': back('not-possible'), 'too-many-attempts': back('not-possible') },
    then: back('seen'),
  },
})
