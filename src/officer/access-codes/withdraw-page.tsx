import { FormPage } from '../../accounts/index.ts'
import { notFound } from '../../platform/http/answer.ts'
import { type Context, page, records } from '../../platform/http/page.ts'
import { officePaths } from '../../platform/paths.ts'
import { Breadcrumb, Button, Card, FormShell } from '../../ui/index.ts'
import { staffWho } from '../sessions/access.ts'
import { accessFile } from './access-file.ts'
import { addressees, toAccess } from './access-page.tsx'
import { standingTo } from './access-parts.tsx'
import { withdrawCode } from './code-acts.ts'
import { whyField, WhyInput } from './why.tsx'

type AtCode = { receiptNumber: string; addressee: string }

const addresseeIn = ({ addressee }: AtCode) => addressees.find((each) => each === addressee)

/** `/access-codes/<receipt number>/withdraw/<addressee>`: **Withdraw this code**, with why. */
export const withdrawCodePage = page({
  path: officePaths.withdrawCode,
  access: staffWho('mail-codes'),
  audit: records(withdrawCode),
  load: async (context: Context<AtCode>) => {
    const addressee = addresseeIn(context.params)
    const file = addressee && (await context.read(accessFile, context.params))
    if (!file || !addressee) return notFound
    return file.state === 'open' && standingTo(file, addressee) ? { addressee } : toAccess(context)
  },
  loadsToShow: true,
  fields: { why: whyField },
  view: ({ t, model: { addressee }, form, context }) => ({
    title: t('access-codes.withdraw.title'),
    body: (
      <div class="stack">
        <Breadcrumb
          t={t}
          trail={[{ words: t('access-codes.title', context.params), href: officePaths.access(context.params) }, { words: t('access-codes.withdraw.title') }]}
        />
        <FormPage t={t} form={form} title={t('access-codes.withdraw.title')}>
          <p>{t(`access-codes.withdraw.about.${addressee}`)}</p>
          <Card plate>
            <FormShell action={officePaths.withdrawCode(context.params)} csrfToken={context.csrfToken()}>
              <WhyInput t={t} form={form} />
              <Button>{t('access-codes.withdraw.submit')}</Button>
            </FormShell>
          </Card>
        </FormPage>
      </div>
    ),
  }),
  submit: {
    operation: withdrawCode,
    input: ({ why }, { params }) => ({ receiptNumber: params.receiptNumber, addressee: addresseeIn(params) ?? 'applicant', why }),
    shows: {
      'unknown-case': () => notFound,
      'not-opened': (context) => toAccess(context),
      'nothing-stands': (context) => toAccess(context),
    },
    then: (_withdrawn, context) => toAccess(context, 'withdrawn'),
  },
})
