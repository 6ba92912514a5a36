import { type AgencyPack, agencyText, leavingPath } from '../../../agency/index.ts'
import { officeName } from '../../../cases/index.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import { Card, Course, DayText, InstantText } from '../../../ui/index.ts'
import type { OwnActs } from '../acts-of-case.ts'
import type { Card as ProducedCard } from '../cards.ts'

type Shown = { t: Text; agency: AgencyPack }

/** How far a card is: the steps it took, and by which number it is found on the way. `leadsOut`: on the portal, which has a leaving page. */
export function CardCourse({ t, agency, card, leadsOut = false }: Shown & { card: ProducedCard; leadsOut?: boolean }) {
  const last = card.steps.length - 1
  const name = agencyText(agency, t, 'decisions', `card.${card.kind}`)
  return (
    <Card title={card.isReplacement ? t('decisions.cards.new-one', { card: name }) : name}>
      <Course
        t={t}
        ports={card.steps.map(({ step, doneOn, carrier, tracking }, index) => ({
          state: index === last ? 'now' : 'done',
          title: t(`decisions.cards.step.${step}`),
          when: <DayText t={t} day={doneOn} />,
          note:
            carrier && tracking ? (
              <>
                {agencyText(agency, t, 'decisions', `carrier.${carrier}`)}: <span class="number">{tracking}</span>
                {leadsOut ? (
                  <>
                    <br />
                    <a href={leavingPath(carrier)}>{t('decisions.cards.track')}</a>
                  </>
                ) : null}
              </>
            ) : undefined,
        }))}
      />
    </Card>
  )
}

/** The cards of a case, and where to turn when one did not come. */
export function OwnCards({ t, agency, cards, receiptNumber }: Shown & { cards: OwnActs['cards']; receiptNumber: string }) {
  if (cards.length === 0) return null
  return (
    <>
      {cards.map((card) => (
        <CardCourse key={card.id} t={t} agency={agency} card={card} leadsOut />
      ))}
      <Card title={t('decisions.cards.not-come')}>
        <p>{t('decisions.cards.not-come.about')}</p>
        <p>
          <a href={`${paths.inquiries({ receiptNumber })}?reason=${agency.caseActs.cards.askUnder}`}>{t('decisions.cards.not-come.link')}</a>
        </p>
      </Card>
    </>
  )
}

/** Why the case waits, to which office it went, and which motions came. `isHeld`: it waits now. */
export function OwnCourse({ t, agency, acts, isHeld }: Shown & { acts: OwnActs; isHeld: boolean }) {
  const [hold] = acts.holds
  return (
    <>
      {isHeld && hold ? (
        <Card title={t('decisions.own.held')}>
          <p>{agencyText(agency, t, 'decisions', `hold.${hold.kind}`)}</p>
          <p>{hold.untilOn ? t.rich('decisions.hold.until-day', { day: <DayText t={t} day={hold.untilOn} /> }) : t('decisions.hold.open-ended')}</p>
        </Card>
      ) : null}
      {acts.transfers.length > 0 ? (
        <Card title={t('decisions.own.offices')}>
          <ul class="plain-list">
            {acts.transfers.map(({ from, to, reason, at }) => (
              <li key={`${at}`}>
                {t('decisions.own.moved', { from: from ? officeName(agency, t, from) : '', to: officeName(agency, t, to), known: from ? 'yes' : 'no' })}{' '}
                {agencyText(agency, t, 'decisions', `transfer.${reason}`)}
                <br />
                <span class="muted">
                  <InstantText t={t} at={at} />
                </span>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {acts.motions.length > 0 ? (
        <Card title={t('decisions.own.motions')}>
          <ul class="plain-list">
            {acts.motions.map(({ kind, cameOn }) => (
              <li key={`${cameOn}-${kind}`}>
                {agencyText(agency, t, 'decisions', `motion.${kind}`)}. {t.rich('decisions.motion.came', { day: <DayText t={t} day={cameOn} /> })}
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
    </>
  )
}
