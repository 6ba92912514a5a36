import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { clientInList, isNamedAlike, type ListedClient, tellsApart } from '../../representation/index.ts'
import { Table, Tag } from '../../ui/index.ts'

type Row = { t: Text; client: ListedClient }

/** Something is asked: in red, and in words for whoever sees no red. */
function Asked({ t, client: { standing } }: Row) {
  if (standing.asked === 0) return <span class="muted">{t('clients.list.nothing')}</span>
  return (
    <>
      <Tag kind="act">{t('clients.asked.tag')}</Tag> {t('clients.asked.count', { count: standing.asked })}
    </>
  )
}

/** The day alone: how long is left stands with all deadlines. */
function Next({ t, client: { standing: { nextAt } } }: Row) {
  if (nextAt === null) return <span class="muted">{t('clients.list.no-date')}</span>
  return <time dateTime={nextAt.toString()}>{t.dayWithWeekday(nextAt.toZonedDateTimeISO(t.timeZone).toPlainDate())}</time>
}

/** Who is beside them in the order of names is called the same, but for accents and capitals. */
const isOneOfTwo = (clients: readonly ListedClient[], at: number) =>
  [clients[at - 1], clients[at + 1]].some((other) => other && isNamedAlike(other.names, (clients[at] as ListedClient).names))

/** Clients in the order of their names. Of those beside each other who are called the same each has what tells them apart. */
export function ClientTable({ t, clients }: { t: Text; clients: readonly ListedClient[] }) {
  return (
    <Table
      caption={t('clients.list.caption')}
      head={[t('clients.list.name'), t('clients.list.asked'), t('clients.list.next'), t('clients.list.cases'), t('clients.list.kind')]}
      numeric={[3]}
      rows={clients.map((client, at) => [
        <>
          <a href={paths.client({ client: client.id })} dir="auto">
            {clientInList(t, client.names)}
          </a>
          {isOneOfTwo(clients, at) ? (
            <span class="muted">
              {' '}
              · <bdi>{tellsApart(t, client)}</bdi>
            </span>
          ) : null}
          {client.archivedAt ? (
            <>
              {' '}
              <Tag kind="wait">{t('clients.list.archived')}</Tag>
            </>
          ) : null}
        </>,
        <Asked key="asked" t={t} client={client} />,
        <Next key="next" t={t} client={client} />,
        t.number(client.standing.cases),
        t(`clients.kind.${client.names.kind}`),
      ])}
    />
  )
}
