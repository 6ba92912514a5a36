import { needsRecentProof, undoClosingHours, withNext } from '../../../accounts/index.ts'
import { notFound, seeOther } from '../../../platform/http/answer.ts'
import { type Context, type FormState, page, records } from '../../../platform/http/page.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import { Alert, Breadcrumb, Button, ButtonLink, ButtonRow, Card, ErrorSummary, FormShell, TextField } from '../../../ui/index.ts'
import { closeAccount } from '../close-account.ts'
import { confirmationField } from '../confirmation.ts'
import { type ClosingModel, closingModel } from '../obstacles.ts'
import { ObstacleList } from './obstacle-list.tsx'

export interface ClosingPageModel extends ClosingModel {
  /** What is typed to confirm, in the person's language. */
  readonly word: string
}

async function load(context: Context): Promise<ClosingPageModel | typeof notFound> {
  const model = await context.read(closingModel, {})
  return model ? { ...model, word: context.t('closing.word') } : notFound
}

function WhatHappens({ t, drafts }: { t: Text; drafts: number }) {
  return (
    <section>
      <h2>{t('closing.happens.title')}</h2>
      <ul>
        <li>{t('closing.happens.now')}</li>
        <li>{t('closing.happens.undo', { hours: undoClosingHours })}</li>
        <li>{t('closing.happens.then')}</li>
        {drafts > 0 ? (
          <li>
            {t('closing.drafts', { count: drafts })} <a href={paths.account()}>{t('draft-file.export.before-closing')}</a>
          </li>
        ) : null}
        <li>{t('closing.happens.stays')}</li>
        <li>{t('closing.happens.anew')}</li>
      </ul>
    </section>
  )
}

const TakeFirst = ({ t, isReady }: { t: Text; isReady: boolean }) => (
  <Alert kind="info">
    <h2>{t('closing.archive.title')}</h2>
    <p>
      {t(isReady ? 'closing.archive.ready' : 'closing.archive.ask')}{' '}
      <a href={paths.accountData()}>{t('closing.archive.link')}</a>
    </p>
  </Alert>
)

function Confirmation({ t, form, word, csrfToken }: { t: Text; form: FormState; word: string; csrfToken: string }) {
  return (
    <Card>
      <h2>{t('closing.confirm.title')}</h2>
      <FormShell action={paths.closeAccount()} csrfToken={csrfToken}>
        <TextField
          name="confirmation"
          label={t('closing.confirm.label', { word })}
          hint={t('closing.confirm.hint')}
          value={form.value('confirmation')}
          error={form.error('confirmation')}
          autocomplete="off"
        />
        <ButtonRow>
          <Button>{t('closing.confirm.submit')}</Button>
          <ButtonLink href={paths.account()} look="quiet">
            {t('closing.cancel')}
          </ButtonLink>
        </ButtonRow>
      </FormShell>
    </Card>
  )
}

export const closePage = page({
  path: paths.closeAccount,
  access: needsRecentProof,
  audit: records(closeAccount),
  load,
  fields: { confirmation: confirmationField },
  view: ({ t, model, form, context }) => ({
    title: t('closing.title'),
    body: (
      <>
        <Breadcrumb t={t} trail={[{ href: paths.accountData(), words: t('my-data.title') }, { words: t('closing.crumb') }]} />
        <ErrorSummary t={t} errors={form.errors} />
        <h1>{t('closing.title')}</h1>
        <p class="lead">{t('closing.intro')}</p>
        {model.obstacles.length > 0 ? <ObstacleList t={t} obstacles={model.obstacles} /> : null}
        <WhatHappens t={t} drafts={model.drafts} />
        <TakeFirst t={t} isReady={model.archive === 'ready'} />
        {model.obstacles.length === 0 ? <Confirmation t={t} form={form} word={model.word} csrfToken={context.csrfToken()} /> : null}
      </>
    ),
  }),
  submit: {
    operation: closeAccount,
    input: () => ({}),
    shows: {
      'no-recent-proof': () => seeOther(withNext(paths.signInAgain(), paths.closeAccount())),
      'closed-already': () => seeOther(paths.accountClosed()),
      'something-waits': { at: '', key: 'closing.changed' },
    },
    then: (_output, context) => {
      context.endSession()
      return seeOther(paths.accountClosed())
    },
  },
})
