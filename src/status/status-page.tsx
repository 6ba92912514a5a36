import { tooMany } from '../platform/http/answer.ts'
import { page, recordsNothing, type Route } from '../platform/http/page.ts'
import { anyone } from '../platform/http/visit.ts'
import { paths } from '../platform/paths.ts'
import { type LookedUp, lookUp } from './look-up.ts'
import type { LookUpWindow } from './look-up-window.ts'
import { StatusView } from './status-view.tsx'

/** `/case-status`: anyone, by receipt number, with nothing personal in the answer. */
export const statusPage = (window: LookUpWindow): Route =>
  page({
    path: paths.caseStatus,
    access: anyone,
    audit: recordsNothing('Looking up a public status changes nothing and is open to anyone'),
    load: async (context): Promise<Exclude<LookedUp, { is: 'too-many' }> | ReturnType<typeof tooMany>> => {
      const found = await lookUp(context, window)
      return found.is === 'too-many' ? tooMany(found.waitSeconds) : found
    },
    view: ({ t, model, context }) => ({
      title: t('status.title'),
      body: (
        <StatusView
          t={t}
          agency={context.services.agency}
          found={model as LookedUp}
          typed={context.query.receiptNumber ?? ''}
        />
      ),
    }),
  })
