import { signedIn } from '../../../accounts/index.ts'
import { notFound, seeOther } from '../../../platform/http/answer.ts'
import { textField } from '../../../platform/http/field.ts'
import { type Context, page, procedure, recordsNothing } from '../../../platform/http/page.ts'
import { paths } from '../../../platform/paths.ts'
import { Alert, Breadcrumb, Button, FormShell, RadioGroup } from '../../../ui/index.ts'
import { standInAsked } from '../stand-in.ts'

const words = ['vouch', 'another', 'cancel'] as const

/** The stand-in says what it is pressed to say; what it says goes back in an address without a name in it. */
const say = procedure({
  refusals: ['nobody-asked'],
  async call(context: Pick<Context, 'read' | 'services'>, { state, word }: { state: string; word: string }) {
    const page = context.services.identityProvider?.standIn
    const asked = page ? await context.read(standInAsked, { state }) : null
    if (!page || !asked) return { ok: false, refusal: 'nobody-asked' } as const
    if (word === 'cancel') return { ok: true, output: page.cancel(state) } as const
    const { given, family, dateOfBirth } = asked
    return { ok: true, output: page.vouch(state, { givenName: word === 'vouch' ? given : 'Robin', familyName: word === 'vouch' ? family : 'Somebody', dateOfBirth }) } as const
  },
})

/** `/demo/identity-provider`: what stands where a real provider’s page would be, in a demonstration alone. */
export const standInPage = page({
  path: paths.demoIdentity,
  access: signedIn,
  audit: recordsNothing('the word of no provider, in a demonstration alone'),
  load: async (context: Context) => {
    const asked = await context.read(standInAsked, { state: context.query.state ?? '' })
    // Nobody was sent here: there is nobody to say something of.
    return asked ?? (context.services.identityProvider?.standIn ? seeOther(paths.account()) : notFound)
  },
  fields: { word: textField({ empty: 'identity.stand-in.empty', most: 20 }) },
  view: ({ t, form, context }) => {
    const title = t('identity.stand-in.title')
    return {
      title,
      body: (
        <>
          <Breadcrumb t={t} trail={[{ words: t('ui.nav.account'), href: paths.account() }, { words: title }]} />
          <h1>{title}</h1>
          <Alert kind="warn" title={t('identity.stand-in.not-real.title')}>
            <p>{t('identity.stand-in.not-real')}</p>
          </Alert>
          <FormShell action={`${paths.demoIdentity()}?${new URLSearchParams({ state: context.query.state ?? '' })}`} csrfToken={context.csrfToken()}>
            <RadioGroup name="word" label={t('identity.stand-in.word')} options={words.map((value) => ({ value, label: t(`identity.stand-in.word.${value}`) }))} value={form.value('word')} error={form.error('word')} />
            <Button>{t('identity.stand-in.say')}</Button>
          </FormShell>
        </>
      ),
    }
  },
  submit: {
    operation: say,
    input: ({ word }, { query }) => ({ state: query.state ?? '', word }),
    shows: { 'nobody-asked': () => notFound },
    then: (back) => seeOther(back),
  },
})
