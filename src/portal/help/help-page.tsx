import { type AgencyPack, leavingPath, type OutsideAddress, outsideAddresses, outsideWords } from '../../agency/index.ts'
import { page, recordsNothing } from '../../platform/http/page.ts'
import { anyone } from '../../platform/http/visit.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Card } from '../../ui/index.ts'

const audit = recordsNothing('The same text for everyone')

const accountQuestions = ['make', 'share', 'code', 'half-way', 'username', 'abroad'] as const
const caseQuestions = ['status', 'not-shown', 'paper', 'news'] as const
const filingQuestions = ['draft', 'fee', 'received', 'legal'] as const

const otherPages = [
  { words: 'portal.fees.title', href: paths.fees() },
  { words: 'times.title', href: paths.processingTimes() },
  { words: 'check.title', href: paths.checkRepresentative() },
  { words: 'outages.public.title', href: paths.incidents() },
  { words: 'accessibility.title', href: paths.accessibility() },
  { words: 'privacy.title', href: paths.privacy() },
  { words: 'storage.title', href: paths.storagePreferences() },
  { words: 'ui.nav.terms', href: paths.terms() },
] as const

type Question = (typeof accountQuestions | typeof caseQuestions | typeof filingQuestions)[number]

function Questions({ t, topic, ids }: { t: Text; topic: 'account' | 'case' | 'filing'; ids: readonly Question[] }) {
  const words = (key: string) => t(`help.${topic}.${key}` as 'help.account.title')
  return (
    <Card title={words('title')}>
      <div class="stack">
        {ids.map((id) => (
          <section key={id}>
            <h3>{words(`${id}.question`)}</h3>
            <p>{words(`${id}.answer`)}</p>
          </section>
        ))}
      </div>
    </Card>
  )
}

interface OutsideProps {
  t: Text
  agency: AgencyPack
  topic: 'legal' | 'community'
  kind: OutsideAddress['kind']
}

/** Places of the pack's where people find help, each through the leaving page. */
function OutsideLinks({ t, agency, topic, kind }: OutsideProps) {
  const listed = outsideAddresses(agency).filter((address) => address.kind === kind)
  if (listed.length === 0) return null
  return (
    <Card title={t(`leaving.help.${topic}.title`)}>
      <p>{t(`leaving.help.${topic}.intro`)}</p>
      <ul>
        {listed.map((address) => {
          const { name, about } = outsideWords(agency, t, address)
          return (
            <li key={address.id}>
              <a href={leavingPath(address.id)}>{name}</a>. {about}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

/** `/help`: questions and answers, the ones about the number on a page of their own. */
export const helpPage = page({
  path: paths.help,
  access: anyone,
  audit,
  view: ({ t, context }) => ({
    title: t('ui.nav.help'),
    body: (
      <>
        <h1>{t('ui.nav.help')}</h1>
        <p class="lead">{t('help.intro')}</p>
        <div class="stack">
          <Card title={t('help.number.title', { agency: context.services.agency.shortName })}>
            <p>{t('help.number.short')}</p>
            <p>
              <a href={paths.helpAccountNumber()}>{t('help.number.more')}</a>
            </p>
          </Card>
          <Questions t={t} topic="account" ids={accountQuestions} />
          <Questions t={t} topic="case" ids={caseQuestions} />
          <Questions t={t} topic="filing" ids={filingQuestions} />
          <OutsideLinks t={t} agency={context.services.agency} topic="legal" kind="legal-help" />
          <OutsideLinks t={t} agency={context.services.agency} topic="community" kind="community" />
          <Card title={t('help.pages.title')}>
            <ul>
              {otherPages.map(({ words, href }) => (
                <li key={href}>
                  <a href={href}>{t(words)}</a>
                </li>
              ))}
            </ul>
          </Card>
          <Card title={t('help.contact.title')}>
            <p>{t('help.contact.about')}</p>
            <p>
              <a href={paths.contactSupport()}>{t('help.contact.link')}</a>
            </p>
          </Card>
        </div>
      </>
    ),
  }),
})
