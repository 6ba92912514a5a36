import { FormPage, withNext } from '../../accounts/index.ts'
import { type Answer, seeOther } from '../../platform/http/answer.ts'
import { textField } from '../../platform/http/field.ts'
import { type Context, page, procedure, records, recordsNothing } from '../../platform/http/page.ts'
import { anyone } from '../../platform/http/visit.ts'
import { paths } from '../../platform/paths.ts'
import { Alert, Button, ButtonLink, Card, FormShell, TextField } from '../../ui/index.ts'
import { carryPasscode, carriedPasscode } from './carried-passcode.ts'
import { passcodeRefusals, toTakeUp, tryPasscode } from './open-by-passcode.ts'

export const isSignedIn = ({ visit }: Pick<Context, 'visit'>): boolean => visit.session?.holder?.stage === 'full'

const tryAndCarry = procedure({
  refusals: passcodeRefusals,
  call: async (context: Context, typed: { passcode: string }) => {
    const tried = await context.perform(tryPasscode, typed)
    if (tried.ok) carryPasscode(context, typed.passcode)
    return tried
  },
})

/** `/representative-passcode`: what a representative gave to their client. */
export const passcodePage = page({
  path: paths.representativePasscode,
  access: anyone,
  audit: records(tryPasscode),
  load: async (context: Context): Promise<Record<string, never> | Answer> => {
    // What was typed before a sign-in or a sign-up goes on by itself; another code can be entered all the same.
    const passcode = isSignedIn(context) && context.query.another === undefined ? carriedPasscode(context) : undefined
    const found = passcode === undefined ? null : await context.read(toTakeUp, { passcode })
    return found && !found.isTakenUp ? seeOther(paths.takeUp(found)) : {}
  },
  loadsToShow: true,
  fields: { passcode: textField({ empty: 'prepared.passcode.empty', most: 60 }) },
  view: ({ t, form, context }) => ({
    title: t('prepared.passcode.title'),
    body: (
      <FormPage t={t} form={form} title={t('prepared.passcode.title')}>
        <p class="lead">{t('prepared.passcode.lead')}</p>
        <Card plate>
          <FormShell action={paths.representativePasscode()} csrfToken={context.csrfToken()}>
            <TextField
              name="passcode"
              label={t('prepared.passcode.label')}
              hint={t('prepared.passcode.hint')}
              value={form.value('passcode')}
              error={form.error('passcode')}
              width={24}
              numeric
              autocomplete="off"
            />
            <Button>{t('prepared.passcode.button')}</Button>
          </FormShell>
        </Card>
        <Alert kind="info" title={t('prepared.passcode.none.title')}>
          <p>{t('prepared.passcode.none')}</p>
        </Alert>
      </FormPage>
    ),
  }),
  submit: {
    operation: tryAndCarry,
    input: ({ passcode }) => ({ passcode }),
    shows: {
      'passcode-not-matched': { at: 'passcode', key: 'prepared.passcode.not-matched' },
      'own-passcode': { at: 'passcode', key: 'prepared.passcode.own' },
      'for-clients': { at: 'passcode', key: 'prepared.passcode.for-clients' },
      'for-somebody-else': { at: 'passcode', key: 'prepared.passcode.somebody-else' },
      'too-many-attempts': { at: '', key: 'prepared.passcode.too-many' },
    },
    then: (tried, context) => seeOther(isSignedIn(context) ? paths.takeUp(tried) : paths.passcodeAccount()),
  },
})

/** After it, for who is not signed in: whose account it is to be in. */
export const passcodeAccountPage = page({
  path: paths.passcodeAccount,
  access: anyone,
  audit: recordsNothing('it leads on to signing in or up'),
  load: async (context: Context): Promise<Record<string, never> | Answer> => {
    if (carriedPasscode(context) === undefined) return seeOther(paths.representativePasscode())
    // Whose it is and what for is read where they are signed in.
    return isSignedIn(context) ? seeOther(paths.takeUpCarried()) : {}
  },
  view: ({ t }) => ({
    title: t('prepared.account.title'),
    body: (
      <>
        <h1>{t('prepared.account.title')}</h1>
        <div class="stack">
          <Alert kind="good">
            <p>{t('prepared.account.fits')}</p>
          </Alert>
          <Card title={t('prepared.account.new')}>
            <p>{t('prepared.account.new.text')}</p>
            <ButtonLink href={paths.signUp()}>{t('ui.nav.sign-up')}</ButtonLink>
          </Card>
          <Card title={t('prepared.account.have')}>
            <p>{t('prepared.account.have.text')}</p>
            <ButtonLink href={withNext(paths.signIn(), paths.takeUpCarried())} look="quiet">
              {t('ui.nav.sign-in')}
            </ButtonLink>
          </Card>
        </div>
      </>
    ),
  }),
})
