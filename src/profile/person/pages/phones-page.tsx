import { FormPage, needsRecentProof, withNext } from '../../../accounts/index.ts'
import { seeOther } from '../../../platform/http/answer.ts'
import { type Field, right, wrong } from '../../../platform/http/field.ts'
import { type Context, page, records } from '../../../platform/http/page.ts'
import { postedText } from '../../../platform/http/posted.ts'
import { paths } from '../../../platform/paths.ts'
import { phoneNumber, shownPhone } from '../../../platform/phone-number.ts'
import { Button, FormShell, TextField } from '../../../ui/index.ts'
import { ownPerson } from '../own-person.ts'
import { setPhones } from '../set-phones.ts'

type PhoneModel = { country: string; own: Awaited<ReturnType<typeof readOwn>> }
const readOwn = (context: Context) => context.read(ownPerson, {})

/** Any number of any country; empty: none. */
const phoneField: Field<string, PhoneModel> = {
  echo: true,
  parse: (posted, name, { country }) => {
    const typed = postedText(posted, name)
    if (typed.trim() === '') return right('')
    const read = phoneNumber(typed, country)
    return 'number' in read ? right(read.number) : wrong(name, read.error)
  },
}

const kinds = ['day', 'mobile'] as const

export const phonesPage = page({
  path: paths.phones,
  access: needsRecentProof,
  audit: records(setPhones),
  load: async (context: Context): Promise<PhoneModel> => ({
    country: context.services.agency.country,
    own: await readOwn(context),
  }),
  fields: { day: phoneField, mobile: phoneField },
  view: ({ t, model: { own, country }, form, context }) => {
    const isTyped = form.errors.length > 0 || form.parked
    const kept = (kind: 'day' | 'mobile') => (own?.phones[kind] ? shownPhone(own.phones[kind], country) : '')
    return {
      title: t('contact.phones.title'),
      body: (
        <FormPage t={t} form={form} title={t('contact.phones.title')}>
          <p>{t('contact.phones.intro')}</p>
          <FormShell action={paths.phones()} csrfToken={context.csrfToken()}>
            {kinds.map((kind) => (
              <TextField
                key={kind}
                name={kind}
                label={t(`contact.phones.${kind}`)}
                hint={t('contact.phones.hint')}
                note={t('ui.optional')}
                value={isTyped ? form.value(kind) : kept(kind)}
                error={form.error(kind)}
                type="tel"
                autocomplete={kind === 'day' ? 'home tel' : 'mobile tel'}
                width={24}
                numeric
              />
            ))}
            <Button>{t('contact.save')}</Button>
          </FormShell>
        </FormPage>
      ),
    }
  },
  submit: {
    operation: setPhones,
    input: ({ day, mobile }) => ({ day, mobile }),
    shows: { 'no-recent-proof': ({ url }) => seeOther(withNext(paths.signInAgain(), url)) },
    then: () => seeOther(`${paths.contact()}?done=phones`),
  },
})
