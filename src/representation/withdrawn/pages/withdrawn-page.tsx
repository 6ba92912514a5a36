import { representative } from '../../../accounts/index.ts'
import { notFound } from '../../../platform/http/answer.ts'
import { type Context, page, recordsNothing } from '../../../platform/http/page.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import { ButtonLink, Card } from '../../../ui/index.ts'
import { ownWithdrawn, type WithdrawnPage } from '../own-withdrawn.ts'
import type { WithdrawnAppearance } from '../withdrawn.ts'

const dayOf = (t: Text, at: Temporal.Instant) => t.day(at.toZonedDateTimeISO(t.timeZone).toPlainDate())

function Ended({ t, ended: { at, by, name } }: { t: Text; ended: WithdrawnAppearance }) {
  return (
    <li>
      <p>
        <strong>{name ? <bdi>{name}</bdi> : t(name === null ? 'withdrawn.name-follows' : 'withdrawn.no-name')}</strong>
        <br />
        {t(`withdrawn.by.${by}`, { day: dayOf(t, at) })}
      </p>
    </li>
  )
}

function List({ t, model: { ended, next } }: { t: Text; model: WithdrawnPage }) {
  if (ended.length === 0) return <p>{t('withdrawn.none')}</p>
  return (
    <>
      <ul class="plain-list">
        {ended.map((each) => (
          <Ended key={each.id} t={t} ended={each} />
        ))}
      </ul>
      {next ? (
        <p>
          <ButtonLink href={`${paths.withdrawnClients()}?after=${encodeURIComponent(next)}`} look="quiet">
            {t('withdrawn.older')}
          </ButtonLink>
        </p>
      ) : null}
    </>
  )
}

/** `/clients/withdrawn`: whom a representative represents no longer, since when, and who ended it; nothing of a case. */
export const withdrawnPage = page({
  path: paths.withdrawnClients,
  access: representative,
  audit: recordsNothing('A representative looks at whom they represent no longer'),
  load: async (context: Context) => (await context.read(ownWithdrawn, { after: context.query.after })) ?? notFound,
  view: ({ t, model }) => ({
    title: t('withdrawn.title'),
    body: (
      <>
        <h1>{t('withdrawn.title')}</h1>
        <p class="lead">{t('withdrawn.about')}</p>
        <Card>
          <List t={t} model={model} />
        </Card>
        <p>
          <a href={paths.account()}>{t('withdrawn.back')}</a>
        </p>
      </>
    ),
  }),
})
