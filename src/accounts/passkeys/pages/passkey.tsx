import { notFound, seeOther } from '../../../platform/http/answer.ts'
import { textField } from '../../../platform/http/field.ts'
import { action, page, records } from '../../../platform/http/page.ts'
import { paths } from '../../../platform/paths.ts'
import { Button, Card, FormShell, TextField } from '../../../ui/index.ts'
import { FormPage } from '../../pages/form-page.tsx'
import { needsRecentProof } from '../../sessions/access.ts'
import { ownPasskeys } from '../own-passkeys.ts'
import { removePasskey } from '../remove-passkey.ts'
import { renamePasskey } from '../rename-passkey.ts'
import { backToProof, nameMost, passkeysAfter } from './passkey-words.ts'

/** One passkey: another name, or away with it. */
export const passkeyPage = page({
  path: paths.passkey,
  access: needsRecentProof,
  audit: records(renamePasskey),
  load: async (context) =>
    (await context.read(ownPasskeys, undefined))?.find(({ id }) => id === context.params.passkey) ?? notFound,
  fields: { name: textField({ empty: 'passkeys.one.name-empty', most: nameMost }) },
  view: ({ t, model: passkey, form, context }) => {
    const title = t('passkeys.one.title', { name: passkey.name })
    const csrfToken = context.csrfToken()
    return {
      title,
      body: (
        <FormPage t={t} form={form} title={title}>
          <Card title={t('passkeys.one.rename-title')} plate>
            <FormShell action={paths.passkey({ passkey: passkey.id })} csrfToken={csrfToken}>
              <TextField
                name="name"
                label={t('passkeys.one.name')}
                value={form.value('name') || passkey.name}
                error={form.error('name')}
                autocomplete="off"
              />
              <Button>{t('passkeys.one.rename')}</Button>
            </FormShell>
          </Card>
          <Card title={t('passkeys.one.remove-title')}>
            <p>{t('passkeys.one.remove-what')}</p>
            <FormShell action={paths.removePasskey({ passkey: passkey.id })} csrfToken={csrfToken}>
              <Button look="danger">{t('passkeys.one.remove')}</Button>
            </FormShell>
          </Card>
          <p>
            <a href={paths.passkeys()}>{t('passkeys.back-to-list')}</a>
          </p>
        </FormPage>
      ),
    }
  },
  submit: {
    operation: renamePasskey,
    input: ({ name }, _context, passkey) => ({ passkey: passkey.id, name }),
    shows: {
      'proof-not-recent': backToProof,
      'no-passkey': () => seeOther(paths.passkeys()),
      'too-many-attempts': () => passkeysAfter('too-often'),
    },
    then: () => passkeysAfter('renamed'),
  },
})

/** **Remove this passkey**; pressed twice, the second press finds the work done. */
export const removePasskeyAction = action({
  path: paths.removePasskey,
  access: needsRecentProof,
  audit: records(removePasskey),
  back: () => seeOther(paths.passkeys()),
  submit: {
    operation: removePasskey,
    input: (_values, { params }) => ({ passkey: params.passkey }),
    shows: {
      'proof-not-recent': backToProof,
      'no-passkey': () => seeOther(paths.passkeys()),
      'not-allowed': () => notFound,
      'too-many-attempts': () => passkeysAfter('too-often'),
    },
    then: () => passkeysAfter('removed'),
  },
})
