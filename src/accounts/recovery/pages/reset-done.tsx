import { seeOther } from '../../../platform/http/answer.ts'
import { type Context, page, records } from '../../../platform/http/page.ts'
import { anyone } from '../../../platform/http/visit.ts'
import { paths } from '../../../platform/paths.ts'
import { Alert, ButtonLink } from '../../../ui/index.ts'
import { CodeToKeep } from '../../pages/backup-code.tsx'
import { FormPage } from '../../pages/form-page.tsx'
import { codeAfterReset, keepCodeAfterReset } from '../code-after-reset.ts'

const toSignIn = () => seeOther(paths.signIn())

/** The end of a reset; where it used up the backup code, the new one is shown until it is kept. */
export const resetDonePage = page({
  path: paths.resetDone,
  access: anyone,
  audit: records(keepCodeAfterReset),
  load: async (context: Pick<Context, 'read'>) => (await context.read(codeAfterReset, undefined)) ?? '',
  view: ({ t, model: code, form, context }) => ({
    title: t('recovery.done.title'),
    body: (
      <FormPage t={t} form={form} title={t('recovery.done.title')}>
        <Alert kind="good" live>
          <p>{t('recovery.done.told')}</p>
        </Alert>
        {code ? (
          <>
            <p>{t('recovery.done.code')}</p>
            <CodeToKeep
              t={t}
              code={code}
              action={paths.resetDone()}
              file={paths.resetDoneCodeText()}
              csrfToken={context.csrfToken()}
            />
          </>
        ) : (
          <p>
            <ButtonLink href={paths.signIn()}>{t('recovery.done.sign-in')}</ButtonLink>
          </p>
        )}
      </FormPage>
    ),
  }),
  submit: {
    operation: keepCodeAfterReset,
    input: () => undefined,
    shows: { 'no-code-waiting': toSignIn, 'not-allowed': toSignIn },
    then: (_kept, context) => {
      context.endSession()
      return toSignIn()
    },
  },
})
