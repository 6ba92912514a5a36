import type { ComponentChildren } from 'preact'
import type { AgencyPack } from '../../../agency/index.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { Card, FactsList, InstantText, Tag } from '../../../ui/index.ts'
import type { DeclaredOutage } from '../outage.ts'

/** The public words in the language of the page; English stands in. */
const wordsOf = ({ words }: DeclaredOutage, language: string): string => words[language] ?? words.en ?? Object.values(words)[0] ?? ''

function State({ t, outage }: { t: Text; outage: DeclaredOutage }) {
  if (outage.withdrawnAt) return <Tag>{t('outages.state.withdrawn')}</Tag>
  return outage.endsAt ? <Tag kind="good">{t('outages.state.over')}</Tag> : <Tag kind="wait">{t('outages.state.now')}</Tag>
}

/** What an outage did to deadlines. */
function Deadlines({ t, agency, outage }: { t: Text; agency: AgencyPack; outage: DeclaredOutage }) {
  const { stopsClock, endsAt, appliedAt, moved, withdrawnAt } = outage
  if (!stopsClock) return <p>{t('outages.deadlines.none')}</p>
  if (!endsAt) return <p>{t('outages.deadlines.held')}</p>
  return (
    <>
      <p>{t('outages.deadlines.rule', { days: agency.evidenceRequests.outageReachDays })}</p>
      <p>{appliedAt ? t('outages.deadlines.moved', { count: moved }) : t('outages.deadlines.moving')}</p>
      {withdrawnAt ? <p>{t('outages.withdrawn.stays')}</p> : null}
    </>
  )
}

/** One outage as anybody reads it: what did not work, from when until when, and what it did to deadlines. */
export function OutageCard({ t, agency, outage, children }: { t: Text; agency: AgencyPack; outage: DeclaredOutage; children?: ComponentChildren }) {
  const { parts, startsAt, endsAt } = outage
  return (
    <Card title={parts.map((part) => t(`outages.part.${part}`)).join(', ')}>
      <p>
        <State t={t} outage={outage} />
      </p>
      <p class="preserved" dir="auto">
        {wordsOf(outage, t.language)}
      </p>
      <FactsList
        facts={[
          { name: t('outages.from'), value: <InstantText t={t} at={startsAt} /> },
          { name: t('outages.until'), value: endsAt ? <InstantText t={t} at={endsAt} /> : t('outages.until.open') },
        ]}
      />
      <Deadlines t={t} agency={agency} outage={outage} />
      {children}
    </Card>
  )
}
