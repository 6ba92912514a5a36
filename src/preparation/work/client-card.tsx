import type { Context } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import type { Client } from '../../representation/index.ts'
import { ButtonLink, Card, DayText, Tag } from '../../ui/index.ts'
import { whatIsPrepared } from '../words.ts'
import { type ListedPreparation, preparationsOfClient } from './preparations-of-client.ts'
import { stands } from './turn.ts'

/** How a preparation stands, in a word or two, without looking into its drafts. */
function stateOf({ row, standing }: ListedPreparation) {
  if (row.filed_at) return 'filed'
  if (row.ended_at) return 'ended'
  if (!stands(standing)) return 'yours'
  return row.linked_at ? 'clients' : 'passcode'
}

const kinds = { filed: 'good', ended: 'plain', yours: 'wait', clients: 'wait', passcode: 'wait' } as const

/** On the page of a client: what is prepared for them, and the way to begin another form. */
export async function preparationsCard(context: Context<{ client: string }>, client: Client) {
  const { t, services, read } = context
  const listed = (await read(preparationsOfClient, { client: client.id })) ?? []
  if (listed.length === 0 && client.archivedAt) return null
  return (
    <Card title={t('preparation.card.title')}>
      {listed.length === 0 ? (
        <p class="muted">{t('preparation.card.none')}</p>
      ) : (
        <ul class="plain-list">
          {listed.map((each) => (
            <li key={each.row.id}>
              <a href={paths.preparation({ preparation: each.row.id })}>{whatIsPrepared(services.agency, t, each.row.form)}</a>{' '}
              <Tag kind={kinds[stateOf(each)]}>{t(`preparation.card.${stateOf(each)}`)}</Tag>
              <br />
              <span class="muted">
                {t('preparation.card.begun')} <DayText t={t} day={each.row.begun_at.toZonedDateTimeISO(t.timeZone).toPlainDate()} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {client.archivedAt ? null : (
        <p>
          <ButtonLink href={paths.clientForms({ client: client.id })} look="quiet">
            {t('preparation.card.prepare')}
          </ButtonLink>{' '}
          <a href={paths.clientAppearance({ client: client.id })}>{t('preparation.card.appear')}</a>
        </p>
      )}
    </Card>
  )
}
