import { signedIn } from '../../../accounts/index.ts'
import { type Context, endpoint, page, records, recordsNothing } from '../../../platform/http/page.ts'
import { seeOther } from '../../../platform/http/answer.ts'
import { paths } from '../../../platform/paths.ts'
import { Alert, Breadcrumb } from '../../../ui/index.ts'
import { backOnline } from '../go-online.ts'
import { comeBack, endOnline } from '../prove-online.ts'

/** Where a provider sends the browser back to: the answer is used up, and what is in the address does not stay there. */
export const identityReturnEndpoint = endpoint({
  path: paths.identityReturn,
  method: 'GET',
  access: signedIn,
  audit: records(comeBack, endOnline),
  // Nothing of the answer is carried through signing in: that would be another session.
  comesBackTo: () => paths.identityUnused(),
  run: async (context: Context) => (await backOnline(context, context.query)) ?? seeOther(paths.identityUnused()),
})

/** An answer that nobody waits for: it was used before, came too late, or was asked for in another session. */
export const identityUnusedPage = page({
  path: paths.identityUnused,
  access: signedIn,
  audit: recordsNothing('says that an answer of a provider was of no use'),
  view: ({ t }) => {
    const title = t('identity.online.unused.title')
    return {
      title,
      body: (
        <>
          <Breadcrumb t={t} trail={[{ words: t('ui.nav.account'), href: paths.account() }, { words: title }]} />
          <h1>{title}</h1>
          <Alert kind="warn">
            <p>{t('identity.online.unused.about')}</p>
          </Alert>
          <p>
            <a href={paths.account()}>{t('identity.online.unused.back')}</a>
          </p>
        </>
      ),
    }
  },
})
