import { page, recordsNothing } from '../../platform/http/page.ts'
import { anyone } from '../../platform/http/visit.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Card, Table } from '../../ui/index.ts'
import { keptThings } from './kept.ts'

const topics = ['used', 'seen', 'protected'] as const

/** How many days or years stand in the words of one, which come from where the test finds them too. */
const howLong = (t: Text, thing: (typeof keptThings)[number]) =>
  t(`privacy.kept.${thing.id}.long`, 'number' in thing ? { number: thing.number } : {})

function Kept({ t }: { t: Text }) {
  return (
    <Card>
      <Table
        caption={t('privacy.kept.title')}
        head={[t('privacy.kept.what'), t('privacy.kept.why'), t('privacy.kept.long')]}
        rows={keptThings.map((thing) => [t(`privacy.kept.${thing.id}.what`), t(`privacy.kept.${thing.id}.why`), howLong(t, thing)])}
      />
      <p>{t('privacy.kept.hold')}</p>
    </Card>
  )
}

/** What a person can do about it, each where it is done. */
function Rights({ t }: { t: Text }) {
  const rights = [
    ['data', paths.accountData()],
    ['openings', paths.fileOpenings()],
    ['close', paths.closeAccount()],
    ['storage', paths.storagePreferences()],
    ['support', paths.contactSupport()],
  ] as const
  return (
    <Card title={t('privacy.rights.title')}>
      <ul>
        {rights.map(([right, href]) => (
          <li key={right}>{t.rich(`privacy.rights.${right}`, { link: (words) => <a href={href}>{words}</a> })}</li>
        ))}
      </ul>
    </Card>
  )
}

/** `/privacy`: what is kept, why and how long, as the tables themselves say it; who sees it; what a person can do. */
export const privacyPage = page({
  path: paths.privacy,
  access: anyone,
  audit: recordsNothing('The same text for everyone'),
  view: ({ t }) => ({
    title: t('privacy.title'),
    wide: true,
    body: (
      <>
        <h1>{t('privacy.title')}</h1>
        <p class="lead">{t('privacy.intro')}</p>
        <div class="stack">
          {topics.map((topic) => (
            <section key={topic}>
              <h2>{t(`privacy.${topic}.title`)}</h2>
              <p>{t(`privacy.${topic}.text`)}</p>
            </section>
          ))}
          <Kept t={t} />
          <Rights t={t} />
        </div>
      </>
    ),
  }),
})
