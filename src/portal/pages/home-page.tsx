import { signedIn } from '../../accounts/index.ts'
import { DeletedDraft } from '../../filing/index.ts'
import { notFound } from '../../platform/http/answer.ts'
import { page, recordsNothing } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { home } from '../home.ts'
import { HomeView } from '../home-view.tsx'

/** `/account`: what is asked of the person, their cases, their drafts. */
export const homePage = page({
  path: paths.account,
  access: signedIn,
  audit: recordsNothing('A person looks at their own account'),
  load: async (context) => (await context.read(home, {})) ?? notFound,
  view: ({ t, model, context }) => ({
    title: t('portal.home.title'),
    body: (
      <>
        <DeletedDraft t={t} draft={context.query.deleted} csrfToken={context.csrfToken()} />
        <HomeView t={t} agency={context.services.agency} home={model} csrfToken={context.csrfToken()} now={context.services.clock.now()} />
      </>
    ),
  }),
})
