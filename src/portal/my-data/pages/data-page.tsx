import { needsRecentProof, withNext } from '../../../accounts/index.ts'
import { seeOther } from '../../../platform/http/answer.ts'
import { type Context, page, records } from '../../../platform/http/page.ts'
import type { MessageKey, Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import { Card, ErrorSummary, Table } from '../../../ui/index.ts'
import { archivesADay } from '../archive.ts'
import { askArchive } from '../ask-archive.ts'
import { ownArchive } from '../own-archive.ts'
import { ArchiveCard, isUnderWay } from './archive-card.tsx'

/** In the order in which a person would ask. */
const held = [
  'account',
  'profile',
  'practice',
  'notifications',
  'cases',
  'filings',
  'evidence',
  'messages',
  'support',
  'sign-ins',
  'terms',
  'history',
  'file-openings',
  'archives',
] as const

function WhatIsHeld({ t }: { t: Text }) {
  return (
    <Table
      caption={t('my-data.held.title')}
      head={[t('my-data.held.what'), t('my-data.held.why')]}
      rows={held.map((each) => [t(`my-data.held.${each}` as MessageKey), t(`my-data.held.${each}.why` as MessageKey)])}
    />
  )
}

const refreshSeconds = 5
const here = () => seeOther(paths.accountData())

/** What is held and why, the archive of it, and the way to close the account. */
export const dataPage = page({
  path: paths.accountData,
  access: needsRecentProof,
  audit: records(askArchive),
  load: (context: Context) => context.read(ownArchive, {}),
  loadsToShow: true,
  view: ({ t, model, form, context }) => ({
    title: t('my-data.title'),
    ...(isUnderWay(model?.archive?.state) && form.errors.length === 0 ? { refreshSeconds } : {}),
    body: (
      <>
        <ErrorSummary t={t} errors={form.errors} />
        <h1>{t('my-data.title')}</h1>
        <p class="lead">{t('my-data.intro')}</p>
        <Card>
          <ArchiveCard t={t} archive={model?.archive ?? null} csrfToken={context.csrfToken()} />
        </Card>
        <WhatIsHeld t={t} />
        <section>
          <h2>{t('my-data.close.title')}</h2>
          <p>{t('my-data.close.intro')}</p>
          <p>
            <a href={paths.closeAccount()}>{t('my-data.close.link')}</a>
          </p>
        </section>
      </>
    ),
  }),
  submit: {
    operation: askArchive,
    input: () => ({}),
    shows: {
      'no-recent-proof': () => seeOther(withNext(paths.signInAgain(), paths.accountData())),
      'account-closed': here,
      'too-many-archives': { at: '', key: 'my-data.archive.too-many', values: { most: archivesADay } },
    },
    then: here,
  },
})
