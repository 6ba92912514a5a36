import { seeOther } from '../../../platform/http/answer.ts'
import { page, records } from '../../../platform/http/page.ts'
import { anyone } from '../../../platform/http/visit.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import { Alert, Button, ButtonLink, ErrorSummary, FormShell } from '../../../ui/index.ts'
import { reload } from '../../pages/go-on.ts'
import { signedIn } from '../../sessions/access.ts'
import { changeToProve, proveChange } from '../prove-change.ts'
import { changeToUndo, undoChange } from '../undo-change.ts'

/** Opening the mailed link changes nothing, because mail scanners open links; the button spends it. */
export const proveContactPage = page({
  path: paths.proveContact,
  access: signedIn,
  audit: records(proveChange),
  load: (context) => context.read(changeToProve, context.params),
  view: ({ t, model: change, context, form }) => ({
    title: t(change ? 'account-contact.prove.title' : 'account-contact.prove.dead.title'),
    body: change ? (
      <>
        <ErrorSummary t={t} errors={form.errors} />
        <h1>{t('account-contact.prove.title')}</h1>
        <p>{t(`account-contact.prove.${change.what}`)}</p>
        <p>{t('account-contact.prove.sessions')}</p>
        <FormShell action={paths.proveContact(context.params)} csrfToken={context.csrfToken()}>
          <Button>{t('account-contact.prove.submit')}</Button>
        </FormShell>
      </>
    ) : (
      <>
        <h1>{t('account-contact.prove.dead.title')}</h1>
        <p>{t('account-contact.prove.dead.why')}</p>
        <p>{t('account-contact.prove.dead.next')}</p>
        <p>
          <ButtonLink href={paths.contact()}>{t('profile.contact.title')}</ButtonLink>
        </p>
      </>
    ),
  }),
  submit: {
    operation: proveChange,
    input: (_values, { params }) => params,
    shows: { 'link-not-usable': reload, 'too-many-attempts': { at: '', key: 'platform.refusal.too-many-attempts' } },
    then: ({ what }) => seeOther(`${paths.contact()}?done=${what}`),
  },
})

/** Open to whoever holds the link: who was locked out of the account has nothing else. */
export const undoContactPage = page({
  path: paths.undoContactChange,
  access: anyone,
  audit: records(undoChange),
  load: (context) => context.read(changeToUndo, context.params),
  view: ({ t, model: change, context, form }) => {
    if (change?.isUndone) return undone(t)
    if (change)
      return {
        title: t('account-contact.undo.title'),
        body: (
          <>
            <ErrorSummary t={t} errors={form.errors} />
            <h1>{t('account-contact.undo.title')}</h1>
            <p>{t(`account-contact.undo.${change.what}`)}</p>
            <p>{t('account-contact.undo.also')}</p>
            <FormShell action={paths.undoContactChange(context.params)} csrfToken={context.csrfToken()}>
              <Button>{t('account-contact.undo.submit')}</Button>
            </FormShell>
          </>
        ),
      }
    return dead(t)
  },
  submit: {
    operation: undoChange,
    input: (_values, { params }) => params,
    shows: { 'link-not-usable': reload, 'too-many-attempts': { at: '', key: 'platform.refusal.too-many-attempts' } },
    then: (_output, { params }) => seeOther(paths.undoContactChange(params)),
  },
})



const undone = (t: Text) => ({
  title: t('account-contact.undo.done.title'),
  body: (
    <>
      <h1>{t('account-contact.undo.done.title')}</h1>
      <Alert kind="good" live>
        <p>{t('account-contact.undo.done.body')}</p>
      </Alert>
      <p>{t('account-contact.undo.done.password')}</p>
      <p>
        <ButtonLink href={paths.forgotPassword()}>{t('account-contact.undo.done.link')}</ButtonLink>
      </p>
    </>
  ),
})

const dead = (t: Text) => ({
  title: t('account-contact.undo.dead.title'),
  body: (
    <>
      <h1>{t('account-contact.undo.dead.title')}</h1>
      <p>{t('account-contact.undo.dead.why')}</p>
      <p>{t('account-contact.undo.dead.next')}</p>
      <p>
        <ButtonLink href={paths.contactSupport()}>{t('account-contact.undo.dead.link')}</ButtonLink>
      </p>
    </>
  ),
})
