import { representative } from '../../../accounts/index.ts'
import { notFound } from '../../../platform/http/answer.ts'
import { type Context, page, recordsNothing } from '../../../platform/http/page.ts'
import { isId } from '../../../platform/ids.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import { Alert, Button, FormShell } from '../../../ui/index.ts'
import { authorityName } from '../../words.ts'
import { ownPractice } from '../own-practice.ts'
import { CertificationCard, DetailsCard, LicencesCard, NextStep } from './practice-cards.tsx'
import { PracticeCrumbs } from './practice-crumbs.tsx'

const doneWords = ['details', 'added', 'changed', 'restored', 'certified', 'listed-already'] as const

function Done({ t, done }: { t: Text; done: string | undefined }) {
  const what = doneWords.find((each) => each === done)
  return what ? (
    <Alert kind={what === 'listed-already' ? 'warn' : 'good'} live>
      <p>{t(`practice.done.${what}`)}</p>
    </Alert>
  ) : null
}

/** `/account/practice`: what a representative keeps of their practice, what was found of it, and what to do next. */
export const practicePage = page({
  path: paths.practice,
  access: representative,
  audit: recordsNothing('A representative looks at their own practice'),
  load: async (context: Context) => {
    const { removed } = context.query
    return (await context.read(ownPractice, { removed: removed && isId(removed) ? removed : null })) ?? notFound
  },
  view: ({ t, model, context }) => {
    const { agency } = context.services
    const shown = { t, agency, own: model, csrfToken: context.csrfToken() }
    return {
      title: t('practice.title'),
      body: (
        <>
          <PracticeCrumbs t={t} />
          <h1>{t('practice.title')}</h1>
          <p class="lead">{t('practice.about')}</p>
          <div class="stack">
            <Done t={t} done={context.query.done} />
            {model.removed ? (
              <Alert kind="good" live>
                <p>{t('practice.removed', { authority: authorityName(agency, t, model.removed.authority) })}</p>
                <FormShell action={paths.restoreLicence({ licence: model.removed.id })} csrfToken={context.csrfToken()} class="inline-form">
                  <Button look="quiet">{t('practice.restore')}</Button>
                </FormShell>
              </Alert>
            ) : null}
            <NextStep {...shown} />
            <DetailsCard {...shown} />
            <LicencesCard {...shown} />
            <CertificationCard {...shown} />
          </div>
        </>
      ),
    }
  },
})
