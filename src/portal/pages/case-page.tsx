import { signedIn } from '../../accounts/index.ts'
import { formTitle, parseReceiptNumber } from '../../cases/index.ts'
import { notFound } from '../../platform/http/answer.ts'
import { page, recordsNothing } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { CaseAside, CaseView } from '../case-view.tsx'
import { casePageModel } from '../home.ts'

/** `/cases/<receipt number>`: a person's own case. Anybody else's is answered like one that does not exist. */
export const casePage = page({
  path: paths.case,
  access: signedIn,
  audit: recordsNothing('A person looks at their own case'),
  load: async (context) => {
    const parsed = parseReceiptNumber(context.params.receiptNumber, context.services.agency.receipts.prefixes)
    if (!parsed.ok) return notFound
    return (await context.read(casePageModel, { receiptNumber: parsed.number })) ?? notFound
  },
  view: ({ t, model, context }) => {
    const { agency } = context.services
    return {
      title: t('portal.case.title', { form: formTitle(agency, t, model.own.form) }),
      body: (
        <CaseView
          t={t}
          agency={agency}
          model={model}
          csrfToken={context.csrfToken()}
          isEnded={context.query.ended === 'yes'}
          now={context.services.clock.now()}
          show={context.query.show}
        />
      ),
      aside: <CaseAside t={t} agency={agency} model={model} csrfToken={context.csrfToken()} />,
    }
  },
})
