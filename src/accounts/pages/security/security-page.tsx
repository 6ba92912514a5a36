import { type Answer, notFound } from '../../../platform/http/answer.ts'
import { type Context, page, recordsNothing } from '../../../platform/http/page.ts'
import type { MessageKey, Text } from '../../../platform/i18n/text.ts'
import { query } from '../../../platform/operation.ts'
import { paths } from '../../../platform/paths.ts'
import { Alert, Card } from '../../../ui/index.ts'
import { ownPasskeys } from '../../passkeys/own-passkeys.ts'
import { WaysBackCard } from '../../recovery/own/pages/ways-back-card.tsx'
import { waysBack } from '../../recovery/own/ways-back.ts'
import { ownRecovery } from '../../recovery/request/end-recovery.ts'
import { RecoveryNotice } from '../../recovery/request/pages/recovery-notice.tsx'
import { ownFactors } from '../../second-factor/own-factors.ts'
import { signedIn } from '../../sessions/access.ts'
import { idleMinutes } from '../../sessions/session.ts'
import { ownVisitsAtAGlance } from '../../visits/own-visits.ts'
import { OpenVisits } from './open-visits.tsx'
import { SessionLengthForm } from './session-length-form.tsx'
import { VisitTable } from './visit-table.tsx'
import { WaysIn } from './ways-in.tsx'

const recentMost = 5

/** What was just done, told once more on the page it leads back to. */
const doneWords: Readonly<Record<string, MessageKey>> = {
  visit: 'security.done.visit',
  others: 'security.done.others',
  gone: 'security.done.gone',
  length: 'security.done.length',
}

function Done({ t, done, minutes }: { t: Text; done: string | undefined; minutes: number }) {
  const words = doneWords[done ?? '']
  return words ? (
    <Alert kind="good" live>
      <p>{t(words, { minutes })}</p>
    </Alert>
  ) : null
}

/** Everything the page shows, in one transaction. */
const securityModel = query({
  name: 'accounts.security-page',
  allow: (actor) => actor.kind === 'account' && actor.sessionId !== null,
  async run(context, _input: undefined) {
    const recovery = await ownRecovery.run(context, undefined)
    const factors = await ownFactors.run(context, undefined)
    const passkeys = factors.passkeys > 0 ? await ownPasskeys.run(context, undefined) : []
    const visits = await ownVisitsAtAGlance.run(context, { recent: recentMost })
    const minutes = visits.open.find(({ is_current }) => is_current)?.idle_minutes ?? idleMinutes[0]
    return { ...visits, recovery, factors, passkeys, minutes, ways: await waysBack.run(context, undefined) }
  },
})

type SecurityModel = Awaited<ReturnType<typeof securityModel.run>>

const shownTo = async (context: Context): Promise<SecurityModel | Answer> =>
  (await context.read(securityModel, undefined)) ?? notFound

const History = ({ t, visits }: { t: Text; visits: SecurityModel['recent'] }) => (
  <Card title={t('security.history.title')}>
    <VisitTable t={t} caption={t('security.history.recent')} visits={visits} />
    <p>
      <a href={paths.signInHistory()}>{t('security.history.open')}</a>
    </p>
  </Card>
)

const Openings = ({ t }: { t: Text }) => (
  <Card title={t('security.openings.title')}>
    <p>{t('security.openings.about')}</p>
    <p>
      <a href={paths.fileOpenings()}>{t('security.openings.link')}</a>
    </p>
  </Card>
)

/** **Security**: ways in, this visit and others, what was before, who opened the file, the password. */
export const securityPage = page({
  path: paths.security,
  access: signedIn,
  audit: recordsNothing('it changes nothing'),
  load: shownTo,
  view: ({ t, model, context }) => {
    const csrfToken = context.csrfToken()
    return {
      title: t('security.title'),
      wide: true,
      body: (
        <>
          <h1>{t('security.title')}</h1>
          <Done t={t} done={context.query.done} minutes={model.minutes} />
          <RecoveryNotice t={t} running={model.recovery} csrfToken={csrfToken} />
          <p>{t('security.intro')}</p>
          <WaysIn t={t} factors={model.factors} passkeys={model.passkeys} />
          <OpenVisits t={t} visits={model.open} endsAt={context.visit.session?.endsAt ?? null} csrfToken={csrfToken} />
          <SessionLengthForm t={t} minutes={model.minutes} csrfToken={csrfToken} />
          <History t={t} visits={model.recent} />
          <Openings t={t} />
          <WaysBackCard t={t} ways={model.ways} />
          <p>
            <a href={paths.accountData()}>{t('my-data.link')}</a>
          </p>
        </>
      ),
    }
  },
})
