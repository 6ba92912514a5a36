import { page, recordsNothing } from '../../platform/http/page.ts'
import { anyone } from '../../platform/http/visit.ts'
import { paths } from '../../platform/paths.ts'
import { ButtonLink, Card } from '../../ui/index.ts'

const tested = ['rules', 'scripts', 'keyboard', 'narrow', 'direction'] as const
const known = ['language', 'preview', 'automatic', 'older'] as const

/** `/accessibility`: how it is built, what is tested, what is not right yet, and how to say that something does not work. */
export const accessibilityPage = page({
  path: paths.accessibility,
  access: anyone,
  audit: recordsNothing('The same text for everyone'),
  view: ({ t }) => ({
    title: t('accessibility.title'),
    body: (
      <>
        <h1>{t('accessibility.title')}</h1>
        <p class="lead">{t('accessibility.intro')}</p>
        <div class="stack">
          <p>{t('accessibility.how')}</p>
          <section>
            <h2>{t('accessibility.tested.title')}</h2>
            <p>{t('accessibility.tested.about')}</p>
            <ul>
              {tested.map((each) => (
                <li key={each}>{t(`accessibility.tested.${each}`)}</li>
              ))}
            </ul>
          </section>
          <section>
            <h2>{t('accessibility.known.title')}</h2>
            <ul>
              {known.map((each) => (
                <li key={each}>{t(`accessibility.known.${each}`)}</li>
              ))}
            </ul>
          </section>
          <Card title={t('accessibility.tell.title')}>
            <p>{t('accessibility.tell.about')}</p>
            <p>{t('accessibility.tell.paper')}</p>
            <p>
              <ButtonLink href={paths.contactSupport()}>{t('help.contact.link')}</ButtonLink>
            </p>
          </Card>
        </div>
      </>
    ),
  }),
})
