import { FormPage, withNext } from '../../accounts/index.ts'
import { claimCase, receiptNumberEnding, tryClaim, type TypedClaim } from '../../cases/index.ts'
import { type Answer, seeOther } from '../../platform/http/answer.ts'
import { type Context, page, procedure, records } from '../../platform/http/page.ts'
import { anyone } from '../../platform/http/visit.ts'
import { paths } from '../../platform/paths.ts'
import { Alert, Button, ButtonLink, Card, FormShell } from '../../ui/index.ts'
import { carriedClaim, carryClaim, dropClaim } from './carried-claim.ts'
import { ClaimForm } from './claim-form.tsx'
import { bornField, neededCodeField, receiptField } from './claim-fields.ts'

const tryAndCarry = procedure({
  refusals: ['access-code-not-matched'],
  call: async (context: Context, typed: TypedClaim) => {
    const tried = await context.perform(tryClaim, typed)
    if (tried.ok) carryClaim(context, typed)
    return tried
  },
})

const claimCarried = procedure({
  refusals: ['access-code-not-matched'],
  call: async (context: Context, _input: undefined) => {
    const claim = carriedClaim(context)
    if (!claim) return seeOther(paths.claim())
    const claimed = await context.perform(claimCase, claim)
    if (claimed.ok) dropClaim(context)
    return claimed
  },
})

/** `/claim`, printed on the notice: what stands on it, then a sign-up or sign-in that takes it along. */
export const claimPage = page({
  path: paths.claim,
  access: anyone,
  audit: records(tryClaim),
  load: async ({ services }: Context) => ({ receipts: services.agency.receipts }),
  fields: { receiptNumber: receiptField, accessCode: neededCodeField, born: bornField },
  view: ({ t, form, context }) => ({
    title: t('paper.claim.title'),
    body: (
      <FormPage t={t} form={form} title={t('paper.claim.title')}>
        <p>
          {t('paper.claim.intro')} <a href={`${paths.helpAccountNumber()}#where`}>{t('paper.claim.where')}</a>
        </p>
        <Card plate>
          <ClaimForm t={t} form={form} action={paths.claim()} csrfToken={context.csrfToken()} code="paper.code.label" button="paper.claim.button" />
        </Card>
        <Alert kind="info" title={t('paper.claim.no-code.title')}>
          <p>{t('paper.claim.no-code')}</p>
        </Alert>
        <p>
          <a href={paths.newCode()}>{t('paper.new-code.title')}</a>
        </p>
      </FormPage>
    ),
  }),
  submit: {
    operation: tryAndCarry,
    input: ({ receiptNumber, accessCode, born }) => ({ receiptNumber, accessCode, dateOfBirth: born }),
    shows: {
      'access-code-not-matched': { at: '', key: 'paper.refused.not-matched' },
      'too-many-attempts': { at: '', key: 'paper.refused.too-many' },
    },
    then: () => seeOther(paths.claimAccount()),
  },
})

const isSignedIn = ({ visit }: Pick<Context, 'visit'>): boolean => visit.session?.holder?.stage === 'full'

/** After it: whose account it is to be in. A new one keeps the number of the notice. */
export const claimAccountPage = page({
  path: paths.claimAccount,
  access: anyone,
  audit: records(claimCase),
  load: async (context: Context): Promise<{ ending: string } | Answer> => {
    const claim = carriedClaim(context)
    return claim ? { ending: receiptNumberEnding(claim.receiptNumber) } : seeOther(paths.claim())
  },
  fields: {},
  view: ({ t, model, form, context }) => ({
    title: t('paper.claim.account.title'),
    body: (
      <FormPage t={t} form={form} title={t('paper.claim.account.title')}>
        <Alert kind="good">
          <p>{t('paper.claim.account.fits', { ending: model.ending })}</p>
        </Alert>
        {isSignedIn(context) ? (
          <FormShell action={paths.claimAccount()} csrfToken={context.csrfToken()}>
            <p>{t('paper.claim.account.signed-in')}</p>
            <Button>{t('paper.add.button')}</Button>
          </FormShell>
        ) : (
          <>
            <Card title={t('paper.claim.account.new')}>
              <p>{t('paper.claim.account.new.text')}</p>
              <ButtonLink href={paths.signUp()}>{t('ui.nav.sign-up')}</ButtonLink>
            </Card>
            <Card title={t('paper.claim.account.have')}>
              <p>{t('paper.claim.account.have.text')}</p>
              <ButtonLink href={withNext(paths.signIn(), paths.claimAccount())} look="quiet">
                {t('ui.nav.sign-in')}
              </ButtonLink>
            </Card>
          </>
        )}
      </FormPage>
    ),
  }),
  submit: {
    operation: claimCarried,
    input: () => undefined,
    shows: {
      'access-code-not-matched': { at: '', key: 'paper.refused.not-matched' },
      'too-many-attempts': { at: '', key: 'paper.refused.too-many' },
      'not-allowed': () => seeOther(withNext(paths.signIn(), paths.claimAccount())),
    },
    then: ({ receiptNumber }) => seeOther(paths.case({ receiptNumber })),
  },
})
