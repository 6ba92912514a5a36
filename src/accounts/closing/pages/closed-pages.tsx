import { seeOther } from '../../../platform/http/answer.ts'
import { page, records, recordsNothing } from '../../../platform/http/page.ts'
import { anyone } from '../../../platform/http/visit.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import { Alert, Button, ButtonLink, ErrorSummary, FormShell } from '../../../ui/index.ts'
import { reload } from '../../pages/go-on.ts'
import { undoClosingHours } from '../closing.ts'
import { closingToUndo, undoClosing } from '../undo-closing.ts'

/** Where a person stands who has just closed their account; it tells nothing of anyone. */
export const accountClosedPage = page({
  path: paths.accountClosed,
  access: anyone,
  audit: recordsNothing('it tells the same to everybody'),
  view: ({ t }) => ({
    title: t('closing.closed.title'),
    body: (
      <>
        <h1>{t('closing.closed.title')}</h1>
        <Alert kind="good">
          <p>{t('closing.closed.signed-out')}</p>
        </Alert>
        <p>{t('closing.closed.undo', { hours: undoClosingHours })}</p>
        <p>{t('closing.closed.anew')}</p>
        <p>
          <ButtonLink href={paths.front()} look="quiet">
            {t('closing.closed.front')}
          </ButtonLink>
        </p>
      </>
    ),
  }),
})

/** Open to whoever holds the mailed link. Opening it changes nothing, because mail scanners open links. */
export const undoClosingPage = page({
  path: paths.undoClosing,
  access: anyone,
  audit: records(undoClosing),
  load: (context) => context.read(closingToUndo, context.params),
  view: ({ t, model: closing, context, form }) => {
    if (!closing) return dead(t)
    if (closing.isUndone) return undone(t)
    return {
      title: t('closing.undo.title'),
      body: (
        <>
          <ErrorSummary t={t} errors={form.errors} />
          <h1>{t('closing.undo.title')}</h1>
          <p>{t('closing.undo.body', { until: t.instant(closing.until) })}</p>
          <FormShell action={paths.undoClosing(context.params)} csrfToken={context.csrfToken()}>
            <Button>{t('closing.undo.submit')}</Button>
          </FormShell>
        </>
      ),
    }
  },
  submit: {
    operation: undoClosing,
    input: (_values, { params }) => params,
    shows: { 'link-not-usable': reload, 'too-many-attempts': { at: '', key: 'platform.refusal.too-many-attempts' } },
    then: (_output, { params }) => seeOther(paths.undoClosing(params)),
  },
})

const undone = (t: Text) => ({
  title: t('closing.undone.title'),
  body: (
    <>
      <h1>{t('closing.undone.title')}</h1>
      <Alert kind="good" live>
        <p>{t('closing.undone.body')}</p>
      </Alert>
      <p>{t('closing.undone.password')}</p>
      <p>
        <ButtonLink href={paths.signIn()}>{t('closing.undone.sign-in')}</ButtonLink>
      </p>
    </>
  ),
})

const dead = (t: Text) => ({
  title: t('closing.dead.title'),
  body: (
    <>
      <h1>{t('closing.dead.title')}</h1>
      <p>{t('closing.dead.why', { hours: undoClosingHours })}</p>
      <p>{t('closing.dead.next')}</p>
      <p>
        <ButtonLink href={paths.signUp()}>{t('closing.dead.sign-up')}</ButtonLink>
      </p>
    </>
  ),
})
