import { notFound } from '../../platform/http/answer.ts'
import { page, recordsNothing } from '../../platform/http/page.ts'
import { isId } from '../../platform/ids.ts'
import { officePaths } from '../../platform/paths.ts'
import { authorityName } from '../../representation/index.ts'
import { Alert, Breadcrumb, ButtonLink, ButtonRow, EmptyState, InstantText, Table } from '../../ui/index.ts'
import { staffWho } from '../sessions/access.ts'
import { licenceQueue } from './licence-acts.ts'

/** Where a page begins, as the last one's link says; anything else is the first page. */
function placeIn(after = ''): { at: string; id: string } | null {
  const [at = '', id = ''] = after.split('~')
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) && isId(id) ? { at, id } : null
}

/** `/representatives`: licences that representatives claim and nobody looked at yet. */
export const licenceQueuePage = page({
  path: officePaths.representatives,
  access: staffWho('check-licences'),
  audit: recordsNothing('names of representatives and who admitted them; nothing of a client'),
  load: async (context) => {
    const after = placeIn(context.query.after)
    const found = await context.read(licenceQueue, { after })
    return found ? { ...found, isFirst: after === null } : notFound
  },
  view: ({ t, model: { waiting, next, isFirst }, context }) => {
    const { agency } = context.services
    const title = t('practice.office.title')
    return {
      title,
      wide: true,
      body: (
        <div class="stack">
          <Breadcrumb t={t} trail={[{ words: t('office-intake.title'), href: officePaths.intake() }, { words: title }]} />
          <h1>{title}</h1>
          <p class="lead">{t('practice.office.about')}</p>
          {context.query.said === 'checked' ? (
            <Alert kind="good" live>
              <p>{t('practice.office.said')}</p>
            </Alert>
          ) : null}
          {waiting.length === 0 ? (
            <EmptyState title={t('practice.office.none.title')}>
              <p>{t('practice.office.none.body')}</p>
            </EmptyState>
          ) : (
            <Table
              caption={t('practice.office.list')}
              head={(['licence', 'name', 'kind', 'at'] as const).map((name) => t(`practice.office.head.${name}`))}
              rows={waiting.map(({ licence, name }) => [
                <a key="licence" href={officePaths.licence({ licence: licence.id })}>
                  {authorityName(agency, t, licence.authority)}
                </a>,
                <bdi key="name">{name ?? t('practice.details.none')}</bdi>,
                t(`practice.kind.${licence.kind}`),
                <InstantText key="at" t={t} at={licence.statedAt} />,
              ])}
            />
          )}
          <ButtonRow>
            {isFirst ? null : (
              <ButtonLink href={officePaths.representatives()} look="quiet">
                {t('inquiry.office.first-page')}
              </ButtonLink>
            )}
            {next ? (
              <ButtonLink href={`${officePaths.representatives()}?after=${next.at}~${next.id}`} look="quiet">
                {t('inquiry.office.next-page')}
              </ButtonLink>
            ) : null}
          </ButtonRow>
        </div>
      ),
    }
  },
})
