import { signedIn } from '../../accounts/index.ts'
import { page, recordsNothing } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { Alert, ButtonLink, Card } from '../../ui/index.ts'

/** `/cases/add`: what adding a paper-filed case will do, and that it cannot yet. */
export const addCasePage = page({
  path: paths.addCase,
  access: signedIn,
  audit: recordsNothing('The page explains; it takes nothing'),
  view: ({ t }) => ({
    title: t('ui.nav.add-case'),
    body: (
      <>
        <h1>{t('ui.nav.add-case')}</h1>
        <Alert kind="info" title={t('portal.add-case.not-yet.title')}>
          {t('portal.add-case.not-yet.body')}
        </Alert>
        <Card title={t('portal.add-case.will.title')}>
          <ul>
            <li>{t('portal.add-case.will.number')}</li>
            <li>{t('portal.add-case.will.code')}</li>
          </ul>
        </Card>
        <Card title={t('portal.add-case.meanwhile.title')}>
          <p>{t('portal.add-case.meanwhile.body')}</p>
          <p>
            <ButtonLink href={paths.caseStatus()} look="quiet">
              {t('ui.nav.case-status')}
            </ButtonLink>
          </p>
        </Card>
      </>
    ),
  }),
})
