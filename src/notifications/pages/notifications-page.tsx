import { FormPage, signedIn } from '../../accounts/index.ts'
import { seeOther } from '../../platform/http/answer.ts'
import { choicesField } from '../../platform/http/field.ts'
import { type Context, type FormState, page, records } from '../../platform/http/page.ts'
import type { MessageKey, Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Alert, Button, Card, CheckboxGroup, EmptyState, FormShell, Table } from '../../ui/index.ts'
import { chooseChannels } from '../choose-channels.ts'
import { type Delivery, type OwnNotifications, ownNotifications } from '../own-notifications.ts'
import { OwnMailComesBack } from './mail-comes-back.tsx'
import { type Channel, channels, type Choice, topics } from '../topic.ts'

const channelsField = choicesField(channels)

const choiceOf = (chosen: readonly Channel[]): Choice => ({
  email: chosen.includes('email'),
  text: chosen.includes('text'),
})

const chosenIn = (choice: Choice): Channel[] => channels.filter((channel) => choice[channel])

interface ChoicesProps {
  t: Text
  form: FormState
  own: OwnNotifications
  csrfToken: string
}

function ChoicesForm({ t, form, own, csrfToken }: ChoicesProps) {
  const isTyped = form.errors.length > 0 || form.parked
  const offered = own.mayText ? channels : (['email'] as const)
  const options = offered.map((value) => ({ value, label: t(`notifications.channel.${value}`) }))
  return (
    <Card plate title={t('notifications.choose.title')}>
      <p>{t('notifications.choose.intro')}</p>
      {own.mayText ? null : (
        <p>{t.rich('notifications.choose.no-phone', { link: (words) => <a href={paths.security()}>{words}</a> })}</p>
      )}
      <FormShell action={paths.notifications()} csrfToken={csrfToken}>
        {topics.map((topic) => (
          <CheckboxGroup
            key={topic}
            name={topic}
            label={t(`notifications.topic.${topic}`)}
            hint={t(`notifications.topic.${topic}.about`)}
            options={options}
            values={isTyped ? form.values(topic) : chosenIn(own.choices[topic])}
            error={form.error(topic)}
          />
        ))}
        <Button>{t('notifications.save')}</Button>
      </FormShell>
      <h3>{t('notifications.security.title')}</h3>
      <p>{t('notifications.security.about')}</p>
    </Card>
  )
}

/** What a message was about, by the room that sent it: never what it said. */
const aboutWords: readonly (readonly [start: string, key: MessageKey])[] = [
  ['accounts.one-time-password', 'notifications.about.code'],
  ['accounts.', 'notifications.about.account'],
  ['cases.', 'notifications.about.case'],
  ['filing.', 'notifications.about.filing'],
  ['portal.', 'notifications.about.contact'],
  ['notifications.', 'notifications.about.news'],
]

const aboutOf = (t: Text, kind: string) =>
  t(aboutWords.find(([start]) => kind.startsWith(start))?.[1] ?? 'notifications.about.other')

function Deliveries({ t, deliveries }: { t: Text; deliveries: readonly Delivery[] }) {
  if (deliveries.length === 0)
    return (
      <EmptyState title={t('notifications.sent.title')}>
        <p>{t('notifications.sent.empty')}</p>
      </EmptyState>
    )
  return (
    <Card>
      <Table
        caption={t('notifications.sent.title')}
        head={[t('notifications.sent.when'), t('notifications.sent.about'), t('notifications.sent.how'), t('notifications.sent.state')]}
        rows={deliveries.map(({ at, kind, channel, state }) => [
          t.instant(at),
          aboutOf(t, kind),
          t(`notifications.channel.${channel}`),
          t(`notifications.state.${state}`),
        ])}
      />
      <p class="usa-hint">{t('notifications.sent.kept')}</p>
    </Card>
  )
}

export const notificationsPage = page({
  path: paths.notifications,
  access: signedIn,
  audit: records(chooseChannels),
  load: (context: Context) => context.read(ownNotifications, {}),
  loadsToShow: true,
  fields: { 'case-news': channelsField, deadlines: channelsField, messages: channelsField },
  view: ({ t, model: own, form, context }) => ({
    title: t('notifications.title'),
    wide: true,
    body: (
      <FormPage t={t} form={form} title={t('notifications.title')}>
        {context.query.done === 'yes' && form.errors.length === 0 ? (
          <Alert kind="good" live>
            <p>{t('notifications.done')}</p>
          </Alert>
        ) : null}
        {context.query.reached === 'yes' && !own?.mailComesBack ? (
          <Alert kind="good" live>
            <p>{t('notifications.back.done')}</p>
          </Alert>
        ) : null}
        {own?.mailComesBack ? <OwnMailComesBack t={t} csrfToken={context.csrfToken()} /> : null}
        {own ? <ChoicesForm t={t} form={form} own={own} csrfToken={context.csrfToken()} /> : null}
        {own ? <Deliveries t={t} deliveries={own.deliveries} /> : null}
      </FormPage>
    ),
  }),
  submit: {
    operation: chooseChannels,
    input: (values) => ({
      'case-news': choiceOf(values['case-news']),
      deadlines: choiceOf(values.deadlines),
      messages: choiceOf(values.messages),
    }),
    shows: { 'no-phone': { at: 'case-news', key: 'notifications.no-phone' } },
    then: () => seeOther(`${paths.notifications()}?done=yes`),
  },
})
