import { page, recordsNothing } from '../../platform/http/page.ts'
import { anyone } from '../../platform/http/visit.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { ButtonLink, ButtonRow, Card, Hero } from '../../ui/index.ts'
import { CaseStatusForm } from '../case-status-form.tsx'
import { ThreeNumbers } from '../three-numbers.tsx'

function Doors({ t, signedIn }: { t: Text; signedIn: boolean }) {
  return (
    <ButtonRow>
      {signedIn ? (
        <ButtonLink href={paths.account()}>{t('portal.front.go-to-account')}</ButtonLink>
      ) : (
        <>
          <ButtonLink href={paths.signUp()}>{t('ui.nav.sign-up')}</ButtonLink>
          <ButtonLink href={paths.signIn()} look="quiet">
            {t('ui.nav.sign-in')}
          </ButtonLink>
        </>
      )}
    </ButtonRow>
  )
}

/** The other two things people come for. */
function Ways({ t }: { t: Text }) {
  return (
    <div class="columns">
      <Card title={t('portal.front.file.title')}>
        <p>{t('portal.front.file.about')}</p>
        <p>
          <a href={paths.catalogue()}>{t('ui.nav.file')}</a>
        </p>
      </Card>
      <Card title={t('portal.front.paper.title')}>
        <p>{t('portal.front.paper.about')}</p>
        <p>
          <a href={paths.addCase()}>{t('ui.nav.add-case')}</a>
        </p>
      </Card>
      <Card title={t('portal.front.help.title')}>
        <p>{t('portal.front.help.about')}</p>
        <p>
          <a href={paths.help()}>{t('ui.nav.help')}</a>
        </p>
      </Card>
    </div>
  )
}

export const frontPage = page({
  path: paths.front,
  access: anyone,
  audit: recordsNothing('The front page shows nothing of anyone'),
  view: ({ t, context }) => ({
    title: t('portal.front.title'),
    wide: true,
    body: (
      <>
        <Hero
          title={t('portal.front.heading')}
          lead={t('portal.front.lead')}
          actions={<Doors t={t} signedIn={context.visit.actor.kind === 'account'} />}
        >
          <Card title={t('status.title')} plate>
            <CaseStatusForm t={t} />
          </Card>
        </Hero>
        <ThreeNumbers t={t} more />
        <Ways t={t} />
      </>
    ),
  }),
})
