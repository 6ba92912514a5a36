import { leavingPath, type OutsideAddress, outsideAddresses, outsideWords } from '../../agency/index.ts'
import { notFound } from '../../platform/http/answer.ts'
import { page, recordsNothing } from '../../platform/http/page.ts'
import { anyone } from '../../platform/http/visit.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Alert, Card } from '../../ui/index.ts'

/** Places where people look for help are where the unlicensed wait for them. */
const isAboutHelp = ({ kind }: OutsideAddress) => kind === 'legal-help' || kind === 'community'

const Warning = ({ t, to }: { t: Text; to: OutsideAddress }) => (
  <Alert kind="warn" title={t('leaving.warning.title')}>
    <p>{t('leaving.warning.who')}</p>
    <p>{t('leaving.warning.never')}</p>
    {to.id === 'avoid-scams' ? null : (
      <p>
        <a href={leavingPath('avoid-scams')}>{t('leaving.warning.more')}</a>
      </p>
    )}
  </Alert>
)

/**
 * `/leaving?to=<id>`: the last page of ours before somebody else's. Which one is the pack's own choice by its id, never
 * an address from the request (CWE-601); it is not told where the person came from.
 */
export const leavingPage = page({
  path: paths.leaving,
  access: anyone,
  audit: recordsNothing('Where somebody goes from here is nobody’s business'),
  load: async ({ services, query }) => outsideAddresses(services.agency).find(({ id }) => id === query.to) ?? notFound,
  view: ({ t, model: to, context }) => {
    const { agency } = context.services
    const { name, about } = outsideWords(agency, t, to)
    return {
      title: t('leaving.title'),
      body: (
        <>
          <h1>{t('leaving.title')}</h1>
          <p class="lead">{t('leaving.intro', { name })}</p>
          {isAboutHelp(to) ? <Warning t={t} to={to} /> : null}
          <Card title={name} plate>
            <p>{about}</p>
            <p>
              {t('leaving.address')} <code>{to.url}</code>
            </p>
            <p>
              <a class="usa-button" href={to.url} rel="noreferrer noopener" referrerpolicy="no-referrer">
                {t('leaving.go')}
              </a>
            </p>
          </Card>
          <p>{t('leaving.theirs')}</p>
          <p>
            <a href={paths.front()}>{t('leaving.stay')}</a>
          </p>
        </>
      ),
    }
  },
})
