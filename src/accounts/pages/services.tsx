import { agencyText } from '../../agency/index.ts'
import { page, records } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { Button, Card, FormShell } from '../../ui/index.ts'
import { signUpStep } from '../sessions/access.ts'
import { chooseService } from '../sign-up/choose-service.ts'
import { FormPage } from './form-page.tsx'
import { goOn } from './go-on.ts'

export const servicesPage = page({
  path: paths.services,
  access: signUpStep('services'),
  audit: records(chooseService),
  view: ({ t, form, context }) => {
    const { agency } = context.services
    const words = (key: string) => agencyText(agency, t, 'agency', key)
    const title = t('accounts.services.title', { agency: agency.shortName })
    const here = agency.services.filter((service) => service.here)
    const elsewhere = agency.services.filter((service) => !service.here)
    return {
      title,
      body: (
        <FormPage t={t} form={form} title={title} step={{ name: 'services', rules: context.services.agency }}>
          <p>{t('accounts.services.intro')}</p>
          <Card plate>
            {here.map(({ id }) => (
              <p key={id}>{words(`service.${id}.about`)}</p>
            ))}
            <FormShell action={paths.services()} csrfToken={context.csrfToken()}>
              <Button>{t('accounts.services.button', { agency: agency.shortName })}</Button>
            </FormShell>
          </Card>
          <h2>{t('accounts.services.others')}</h2>
          <p class="usa-hint">{words('service.elsewhere')}</p>
          {elsewhere.map(({ id }) => (
            <Card key={id} title={words(`service.${id}.name`)}>
              <p>{words(`service.${id}.about`)}</p>
            </Card>
          ))}
        </FormPage>
      ),
    }
  },
  submit: { operation: chooseService, input: () => undefined, shows: {}, then: goOn },
})
