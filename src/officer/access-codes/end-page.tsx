import { FormPage } from '../../accounts/index.ts'
import { notFound } from '../../platform/http/answer.ts'
import { type Context, page, records } from '../../platform/http/page.ts'
import { officePaths } from '../../platform/paths.ts'
import { Breadcrumb, Button, Card, FormShell } from '../../ui/index.ts'
import { staffWho } from '../sessions/access.ts'
import { accessFile } from './access-file.ts'
import { toAccess } from './access-page.tsx'
import { endAccess } from './code-acts.ts'
import { whyField, WhyInput } from './why.tsx'

type AtRepresentative = { receiptNumber: string; representative: string }

/** **End a representative's access**, for a person who asked for it, with how that was sure. */
export const endRepresentativePage = page({
  path: officePaths.endRepresentative,
  access: staffWho('end-representation'),
  audit: records(endAccess),
  load: async (context: Context<AtRepresentative>) => {
    const file = await context.read(accessFile, context.params)
    if (!file) return notFound
    return file.state === 'open' && file.representing.some(({ id }) => id === context.params.representative) ? undefined : toAccess(context)
  },
  loadsToShow: true,
  fields: { why: whyField },
  view: ({ t, form, context }) => ({
    title: t('representatives.office.end.title'),
    body: (
      <div class="stack">
        <Breadcrumb
          t={t}
          trail={[{ words: t('access-codes.title', context.params), href: officePaths.access(context.params) }, { words: t('representatives.office.end.title') }]}
        />
        <FormPage t={t} form={form} title={t('representatives.office.end.title')}>
          <p>{t('representatives.office.end.about')}</p>
          <Card plate>
            <FormShell action={officePaths.endRepresentative(context.params)} csrfToken={context.csrfToken()}>
              <WhyInput t={t} form={form} label="representatives.office.end.why" />
              <Button>{t('representatives.office.end')}</Button>
            </FormShell>
          </Card>
        </FormPage>
      </div>
    ),
  }),
  submit: {
    operation: endAccess,
    input: ({ why }, { params }) => ({ receiptNumber: params.receiptNumber, representative: params.representative, why }),
    shows: {
      'unknown-case': () => notFound,
      'not-opened': (context) => toAccess(context),
      'nobody-represents': (context) => toAccess(context),
    },
    then: (_ended, context) => toAccess(context, 'ended'),
  },
})
