import { seeOther } from '../../../../platform/http/answer.ts'
import { action, page, records } from '../../../../platform/http/page.ts'
import { anyone } from '../../../../platform/http/visit.ts'
import { paths } from '../../../../platform/paths.ts'
import { Button, ButtonLink, ButtonRow, FormShell } from '../../../../ui/index.ts'
import { reload } from '../../../pages/go-on.ts'
import { signedIn } from '../../../sessions/access.ts'
import { cancelByLink, cancelOwnRecovery, isCancelLinkUsable } from '../end-recovery.ts'

/** Opening the mailed link changes nothing; its button cancels. Afterwards the same page says that nothing is running. */
export const cancelRecoveryPage = page({
  path: paths.cancelRecovery,
  access: anyone,
  audit: records(cancelByLink),
  load: (context) => context.read(isCancelLinkUsable, context.params),
  view: ({ t, model: isUsable, context }) => ({
    title: t(isUsable ? 'recovery.cancel.title' : 'recovery.cancel.dead.title'),
    body: isUsable ? (
      <>
        <h1>{t('recovery.cancel.title')}</h1>
        <p>{t('recovery.cancel.intro')}</p>
        <FormShell action={paths.cancelRecovery(context.params)} csrfToken={context.csrfToken()}>
          <Button>{t('recovery.cancel.submit')}</Button>
        </FormShell>
      </>
    ) : (
      <>
        <h1>{t('recovery.cancel.dead.title')}</h1>
        <p>{t('recovery.cancel.dead')}</p>
        <ButtonRow>
          <ButtonLink href={paths.forgotPassword()}>{t('recovery.forgot.title')}</ButtonLink>
          <ButtonLink href={paths.contactSupport()} look="quiet">
            {t('accounts.support.title')}
          </ButtonLink>
        </ButtonRow>
      </>
    ),
  }),
  submit: {
    operation: cancelByLink,
    input: (_values, { params }) => params,
    shows: { 'link-not-usable': reload, 'too-many-attempts': { at: '', key: 'platform.refusal.too-many-attempts' } },
    then: (_done, context) => reload(context),
  },
})

const toSecurity = () => seeOther(paths.security())

export const cancelOwnRecoveryAction = action({
  path: paths.cancelOwnRecovery,
  access: signedIn,
  audit: records(cancelOwnRecovery),
  back: toSecurity,
  submit: {
    operation: cancelOwnRecovery,
    input: () => undefined,
    shows: { 'none-running': toSecurity, 'not-allowed': toSecurity, 'too-many-attempts': toSecurity },
    then: toSecurity,
  },
})
