import { FormPage, signedIn } from '../../../accounts/index.ts'
import { seeOther } from '../../../platform/http/answer.ts'
import { parsedField } from '../../../platform/http/field.ts'
import { type Context, page, records } from '../../../platform/http/page.ts'
import type { MessageKey } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import { Alert, Button, FormShell, TextField } from '../../../ui/index.ts'
import { parseANumber, showANumber } from '../../a-number.ts'
import { ownPerson } from '../own-person.ts'
import { stateANumber } from '../state-a-number.ts'

const aNumberField = parsedField<string>({ empty: 'person.a-number.empty', most: 60 }, (typed) => {
  const read = parseANumber(typed)
  return read.ok ? { value: read.number } : { error: `person.a-number.${read.error}` as MessageKey }
})

export const aNumberPage = page({
  path: paths.aNumber,
  access: signedIn,
  audit: records(stateANumber),
  load: (context: Context) => context.read(ownPerson, {}),
  loadsToShow: true,
  fields: { number: aNumberField },
  view: ({ t, model: own, form, context }) => {
    const kept = own?.aNumber ? showANumber(own.aNumber) : ''
    const isTyped = form.errors.length > 0 || form.parked
    return {
      title: t('person.a-number.title'),
      body: (
        <FormPage t={t} form={form} title={t('person.a-number.title')}>
          <p>{t('person.a-number.intro')}</p>
          {own?.proven.aNumber ? (
            <Alert kind="info">
              <p>{t('person.a-number.is-proven')}</p>
            </Alert>
          ) : (
            <FormShell action={paths.aNumber()} csrfToken={context.csrfToken()}>
              <TextField
                name="number"
                label={t('person.a-number.label')}
                hint={t('person.a-number.hint')}
                value={isTyped ? form.value('number') : kept}
                error={form.error('number')}
                autocomplete="off"
                width={14}
                numeric
              />
              <Button>{t('person.save')}</Button>
            </FormShell>
          )}
        </FormPage>
      ),
    }
  },
  submit: {
    operation: stateANumber,
    input: ({ number }) => ({ aNumber: number }),
    shows: {
      proven: () => seeOther(paths.aNumber()),
      'too-many-attempts': { at: 'number', key: 'platform.refusal.too-many-attempts' },
    },
    then: () => seeOther(`${paths.profile()}?done=a-number`),
  },
})
