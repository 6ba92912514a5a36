import type { AgencyPack } from '../../agency/index.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { type AskedOfOwnClient, askedWithClients } from '../../representation/index.ts'
import { ButtonLink, ButtonRow, Card, Tag } from '../../ui/index.ts'
import { AtWhatTime, WhatIsAsked, Whose } from './asked-line.tsx'

/** So much of what is asked leads the home; all of it has a page of its own. */
const shownMost = 8

/** What the home of a representative leads with: what is asked of clients, the nearest first. */
export const askedAtHome = (context: Parameters<typeof askedWithClients>[0]): Promise<readonly AskedOfOwnClient[]> =>
  askedWithClients(context, { what: 'all', after: null, most: shownMost })

type Shown = { t: Text; agency: AgencyPack; now: Temporal.Instant }

function Asked({ t, agency, now, one }: Shown & { one: AskedOfOwnClient }) {
  const at = one.task.dueAt ?? one.task.startsAt
  return (
    <li>
      <p>
        <strong>
          <Whose t={t} asked={one} />
        </strong>{' '}
        <Tag kind="act">{t('clients.asked.tag')}</Tag>
        <br />
        <WhatIsAsked t={t} agency={agency} asked={one} />
        {at ? (
          <>
            <br />
            {t.dayWithWeekday(at.toZonedDateTimeISO(t.timeZone).toPlainDate())}, <AtWhatTime t={t} now={now} asked={one} />
          </>
        ) : null}
      </p>
    </li>
  )
}

/** **My clients**, first on a representative's home. */
export function ClientsAtHome({ asked, ...shown }: Shown & { asked: readonly AskedOfOwnClient[] }) {
  const { t } = shown
  return (
    <Card title={t('clients.home.title')}>
      <p>{t('clients.home.about')}</p>
      <p>{t(asked.length > 0 ? 'clients.home.next' : 'clients.home.nothing')}</p>
      {asked.length > 0 ? (
        <ul class="plain-list">
          {asked.map((one) => (
            <Asked key={one.id} {...shown} one={one} />
          ))}
        </ul>
      ) : null}
      <ButtonRow>
        <ButtonLink href={paths.clients()}>{t('clients.home.go')}</ButtonLink>
        <ButtonLink href={`${paths.clients()}?show=asked`} look="quiet">
          {t('clients.home.asked')}
        </ButtonLink>
        <ButtonLink href={paths.clientDeadlines()} look="quiet">
          {t('clients.deadlines.link')}
        </ButtonLink>
      </ButtonRow>
    </Card>
  )
}
