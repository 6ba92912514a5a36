import { FormPage, signUpStep } from '../../accounts/index.ts'
import { claimCase } from '../../cases/index.ts'
import { seeOther } from '../../platform/http/answer.ts'
import { type Context, page, records } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { ButtonLink, Card } from '../../ui/index.ts'
import { ClaimForm } from './claim-form.tsx'
import { bornField, neededCodeField, receiptField } from './claim-fields.ts'

/** `/sign-up/access-code`: the code of a representative's own notice, from the page after the account type; going on without one is a link. */
export const signUpCodePage = page({
  path: paths.signUpAccessCode,
  access: signUpStep('representative'),
  audit: records(claimCase),
  load: async ({ services }: Context) => ({ receipts: services.agency.receipts }),
  fields: { receiptNumber: receiptField, accessCode: neededCodeField, born: bornField },
  view: ({ t, form, context }) => ({
    title: t('paper.sign-up.title'),
    body: (
      <FormPage t={t} form={form} title={t('paper.sign-up.title')}>
        <p>{t('paper.sign-up.intro')}</p>
        <Card plate>
          <ClaimForm t={t} form={form} action={paths.signUpAccessCode()} csrfToken={context.csrfToken()} code="paper.code.label" button="paper.add.button" />
        </Card>
        <p>
          <ButtonLink href={paths.signUpRepresentative()} look="quiet">
            {t('paper.sign-up.none')}
          </ButtonLink>
        </p>
      </FormPage>
    ),
  }),
  submit: {
    operation: claimCase,
    input: ({ receiptNumber, accessCode, born }) => ({ receiptNumber, accessCode, dateOfBirth: born }),
    shows: {
      'access-code-not-matched': { at: '', key: 'paper.refused.not-matched' },
      'too-many-attempts': { at: '', key: 'paper.refused.too-many' },
    },
    then: () => seeOther(`${paths.signUpRepresentative()}?added=yes`),
  },
})
