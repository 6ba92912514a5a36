import { FormPage, signedIn } from '../../accounts/index.ts'
import { claimCase, followCase } from '../../cases/index.ts'
import { seeOther } from '../../platform/http/answer.ts'
import { type Context, page, procedure, records } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { Alert, Card } from '../../ui/index.ts'
import { optionalFields } from './claim-fields.ts'
import { ClaimForm } from './claim-form.tsx'

interface Typed {
  receiptNumber: string
  accessCode: string
  born: Temporal.PlainDate | null
}

/** With a code the case is joined; with the number alone it is followed, as anyone can look it up. */
const addCase = procedure({
  refusals: ['access-code-not-matched', 'no-such-case'],
  call: async (context: Context, { receiptNumber, accessCode, born }: Typed) => {
    if (born === null) {
      const followed = await context.perform(followCase, { receiptNumber })
      return followed.ok ? { ok: true as const, output: paths.account() } : followed
    }
    const claimed = await context.perform(claimCase, { receiptNumber, accessCode, dateOfBirth: born })
    return claimed.ok ? { ok: true as const, output: paths.case({ receiptNumber: claimed.output.receiptNumber }) } : claimed
  },
})

/** `/cases/add`: a case that was filed on paper, by the code of its notice or by its number alone. */
export const addCasePage = page({
  path: paths.addCase,
  access: signedIn,
  audit: records(claimCase, followCase),
  load: async ({ services }: Context) => ({ receipts: services.agency.receipts }),
  fields: optionalFields,
  view: ({ t, form, model, context }) => ({
    title: t('ui.nav.add-case'),
    body: (
      <FormPage t={t} form={form} title={t('ui.nav.add-case')}>
        <p>
          {t('paper.add.intro')} <a href={`${paths.helpAccountNumber()}#where`}>{t('paper.claim.where')}</a>
        </p>
        <Card plate>
          <ClaimForm t={t} form={form} action={paths.addCase()} csrfToken={context.csrfToken()} code="paper.code.optional" button="paper.add.button" />
        </Card>
        <Alert kind="info" title={t('paper.add.without.title')}>
          <p>{t('paper.add.without', { prefix: model.receipts.onlinePrefix })}</p>
        </Alert>
        <p>
          <a href={paths.newCode()}>{t('paper.new-code.title')}</a>
        </p>
      </FormPage>
    ),
  }),
  submit: {
    operation: addCase,
    input: (typed) => typed,
    shows: {
      'access-code-not-matched': { at: '', key: 'paper.refused.not-matched' },
      'no-such-case': { at: 'receiptNumber', key: 'paper.refused.no-such-case' },
      'too-many-attempts': { at: '', key: 'paper.refused.too-many' },
    },
    then: (goTo) => seeOther(goTo),
  },
})
