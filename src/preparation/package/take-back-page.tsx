import { representative } from '../../accounts/index.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { page, records } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { Button, ButtonLink, ButtonRow, FormShell } from '../../ui/index.ts'
import { shownPreparation } from '../work/shown-preparation.ts'
import { stands } from '../work/turn.ts'
import { takeBack } from './take-back.ts'

/** `/preparations/<preparation>/take-back`: what it means to change what was signed, and the button that does it. */
export const takeBackPage = page({
  path: paths.takeBackPreparation,
  access: representative,
  audit: records(takeBack),
  load: async ({ read, params }) => {
    const shown = await read(shownPreparation, params)
    if (!shown) return notFound
    return stands(shown.standing) && !shown.row.filed_at ? shown : seeOther(paths.preparation(params))
  },
  view: ({ t, model, context }) => ({
    title: t('preparation.take-back.title'),
    body: (
      <>
        <h1>{t('preparation.take-back.title')}</h1>
        <p>{t('preparation.take-back.void')}</p>
        <p>{t(model.row.linked_at ? 'preparation.take-back.linked' : 'preparation.take-back.passcode')}</p>
        <FormShell action={paths.takeBackPreparation({ preparation: model.row.id })} csrfToken={context.csrfToken()}>
          <ButtonRow>
            <Button look="danger">{t('preparation.take-back.yes')}</Button>
            <ButtonLink href={paths.preparation({ preparation: model.row.id })} look="plain">
              {t('preparation.take-back.no')}
            </ButtonLink>
          </ButtonRow>
        </FormShell>
      </>
    ),
  }),
  submit: {
    operation: takeBack,
    input: (_values, { params }) => params,
    shows: {
      'no-such-preparation': () => notFound,
      'filed-already': ({ params }) => seeOther(paths.preparation(params)),
    },
    then: (_output, { params }) => seeOther(`${paths.preparation(params)}?done=taken-back`),
  },
})
