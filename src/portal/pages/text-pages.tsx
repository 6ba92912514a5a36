import { page, recordsNothing } from '../../platform/http/page.ts'
import { anyone } from '../../platform/http/visit.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'

const audit = recordsNothing('The same text for everyone')

const topics = {
  privacy: ['kept', 'used', 'seen', 'protected', 'long', 'rights'],
  accessibility: ['how', 'known', 'tell'],
} as const

/** A page of plain words: a heading, an introduction, and its topics one after the other. */
function Topics<P extends keyof typeof topics>({ t, name }: { t: Text; name: P }) {
  const listed: readonly string[] = topics[name]
  const words = (key: string) => t(`portal.${name}.${key}` as 'portal.privacy.title')
  return (
    <>
      <h1>{words('title')}</h1>
      <p class="lead">{words('intro')}</p>
      {listed.map((topic) => (
        <section key={topic}>
          <h2>{words(`${topic}.title`)}</h2>
          <p>{words(`${topic}.text`)}</p>
        </section>
      ))}
    </>
  )
}

export const privacyPage = page({
  path: paths.privacy,
  access: anyone,
  audit,
  view: ({ t }) => ({
    title: t('portal.privacy.title'),
    body: (
      <>
        <Topics t={t} name="privacy" />
        <p>
          <a href={paths.storagePreferences()}>{t('ui.nav.storage-preferences')}</a>
        </p>
      </>
    ),
  }),
})

export const accessibilityPage = page({
  path: paths.accessibility,
  access: anyone,
  audit,
  view: ({ t }) => ({ title: t('portal.accessibility.title'), body: <Topics t={t} name="accessibility" /> }),
})
