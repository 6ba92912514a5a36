import { notFound } from '../../../platform/http/answer.ts'
import { textField } from '../../../platform/http/field.ts'
import { action, page, records } from '../../../platform/http/page.ts'
import { paths } from '../../../platform/paths.ts'
import { Button, Card, FormShell, TextField } from '../../../ui/index.ts'
import { FormPage } from '../../pages/form-page.tsx'
import { needsRecentProof } from '../../sessions/access.ts'
import { nameApp, takeAppAway } from '../change-app.ts'
import { ownFactors } from '../own-factors.ts'
import { appNameMost, backToCodes, codesAfter, proveAgainFor, tooOften } from './factor-words.ts'

/** One app: another name, or away with it. */
export const appPage = page({
  path: paths.app,
  access: needsRecentProof,
  audit: records(nameApp),
  load: async (context) =>
    (await context.read(ownFactors, undefined))?.apps.find(({ id }) => id === context.params.app) ?? notFound,
  fields: { name: textField({ empty: 'second-factor.add-app.name-empty', most: appNameMost }) },
  view: ({ t, model: app, form, context }) => {
    const title = t('second-factor.app-page.title', { name: app.name })
    const csrfToken = context.csrfToken()
    return {
      title,
      body: (
        <FormPage t={t} form={form} title={title}>
          <Card title={t('second-factor.app-page.rename')} plate>
            <FormShell action={paths.app({ app: app.id })} csrfToken={csrfToken}>
              <TextField
                name="name"
                label={t('second-factor.app-page.name')}
                value={form.value('name') || app.name}
                error={form.error('name')}
                autocomplete="off"
              />
              <Button>{t('second-factor.app-page.save')}</Button>
            </FormShell>
          </Card>
          <Card title={t('second-factor.app-page.remove.title')}>
            <p>{t('second-factor.app-page.remove.about')}</p>
            <FormShell action={paths.removeApp({ app: app.id })} csrfToken={csrfToken}>
              <Button look="danger">{t('second-factor.app-page.remove')}</Button>
            </FormShell>
          </Card>
          <p>
            <a href={paths.codeChannel()}>{t('second-factor.back-to-codes')}</a>
          </p>
        </FormPage>
      ),
    }
  },
  submit: {
    operation: nameApp,
    input: ({ name }, _context, app) => ({ app: app.id, name }),
    shows: { 'no-recent-proof': proveAgainFor(paths.codeChannel()), 'no-app': backToCodes, 'too-many-attempts': tooOften },
    then: () => codesAfter('app-renamed'),
  },
})

/** **Remove this app**; pressed twice, the second press finds the work done. */
export const removeAppAction = action({
  path: paths.removeApp,
  access: needsRecentProof,
  audit: records(takeAppAway),
  back: backToCodes,
  submit: {
    operation: takeAppAway,
    input: (_values, { params }) => ({ app: params.app }),
    shows: {
      'no-recent-proof': proveAgainFor(paths.codeChannel()),
      'no-app': backToCodes,
      'not-allowed': () => notFound,
      'too-many-attempts': tooOften,
    },
    then: () => codesAfter('app-removed'),
  },
})
