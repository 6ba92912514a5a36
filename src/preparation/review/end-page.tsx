import { applicant, FormPage } from '../../accounts/index.ts'
import { type Answer, notFound, seeOther } from '../../platform/http/answer.ts'
import { type Context, page, records } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { Button, ButtonLink, ButtonRow, FormShell } from '../../ui/index.ts'
import { endPrepared } from './end-prepared.ts'
import { ownPrepared, type Prepared } from './own-prepared.ts'

type AtPreparation = { preparation: string }

async function openToEnd(context: Context<AtPreparation>): Promise<Prepared | Answer> {
  const prepared = await context.read(ownPrepared, context.params)
  if (!prepared) return notFound
  return prepared.its.ended_at || prepared.its.filed_at ? seeOther(paths.prepared(context.params)) : prepared
}

/** **End it**: what it does, then one press; from the next request on it is so. */
export const endPreparedPage = page({
  path: paths.endPrepared,
  access: applicant,
  audit: records(endPrepared),
  load: openToEnd,
  loadsToShow: true,
  view: ({ t, form, context }) => ({
    title: t('prepared.end.title'),
    body: (
      <FormPage t={t} form={form} title={t('prepared.end.title')}>
        <p>{t('prepared.end.lead')}</p>
        <FormShell action={paths.endPrepared(context.params)} csrfToken={context.csrfToken()} class="card form">
          <p>{t('prepared.end.voids')}</p>
          <ButtonRow>
            <Button look="danger">{t('prepared.end.button')}</Button>
            <ButtonLink href={paths.prepared(context.params)} look="quiet">
              {t('prepared.back')}
            </ButtonLink>
          </ButtonRow>
        </FormShell>
      </FormPage>
    ),
  }),
  submit: {
    operation: endPrepared,
    input: (_values, { params }) => params,
    shows: { 'no-such-preparation': () => notFound, 'filed-already': ({ params }) => seeOther(paths.prepared(params)) },
    then: (_ended, { params }) => seeOther(paths.prepared(params)),
  },
})
