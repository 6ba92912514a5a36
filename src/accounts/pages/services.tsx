import { type AgencyPack, agencyText, leavingPath, serviceId } from '../../agency/index.ts'
import { seeOther } from '../../platform/http/answer.ts'
import { type Context, page, procedure, records } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Button, ButtonLink, Card, FormShell } from '../../ui/index.ts'
import { signUpStepOrSignedIn } from '../sessions/access.ts'
import { chooseService } from '../sign-up/choose-service.ts'
import { FormPage } from './form-page.tsx'

type Parts = { t: Text; agency: AgencyPack }

const isComplete = ({ visit }: Pick<Context, 'visit'>) => visit.session?.holder?.stage === 'full'

/** A complete account has chosen: for it the button is only the way on, and changes nothing. */
const leadOn = procedure({
  refusals: chooseService.refusals,
  call: async (context: Context, _input: undefined) =>
    isComplete(context) ? seeOther(paths.account()) : context.perform(chooseService, undefined),
})

/** What this product is, and the way into it. */
function Here({ t, agency, context }: Parts & { context: Context }) {
  const words = t('accounts.services.button', { agency: agency.shortName })
  return (
    <Card plate>
      {agency.services
        .filter((service) => service.here)
        .map(({ id }) => (
          <p key={id}>{agencyText(agency, t, 'agency', `service.${id}.about`)}</p>
        ))}
      {isComplete(context) ? (
        <p>
          <ButtonLink href={paths.account()}>{words}</ButtonLink>
        </p>
      ) : (
        <FormShell action={paths.services()} csrfToken={context.csrfToken()}>
          <Button>{words}</Button>
        </FormShell>
      )}
    </Card>
  )
}

/** The agency's other services, each with what it is and where it lives. */
function Elsewhere({ t, agency }: Parts) {
  const words = (key: string) => agencyText(agency, t, 'agency', key)
  const elsewhere = agency.services.filter((service) => !service.here)
  if (elsewhere.length === 0) return null
  return (
    <>
      <h2>{t('accounts.services.others')}</h2>
      <p class="usa-hint">{words('service.elsewhere')}</p>
      {elsewhere.map(({ id, url }) => (
        <Card key={id} title={words(`service.${id}.name`)}>
          <p>{words(`service.${id}.about`)}</p>
          {url ? (
            <p>
              <a href={leavingPath(serviceId(id))}>{t('leaving.service', { name: words(`service.${id}.name`) })}</a>
            </p>
          ) : null}
        </Card>
      ))}
    </>
  )
}

/** `/services`: a step of the sign-up, and afterwards a page of the account. */
export const servicesPage = page({
  path: paths.services,
  access: signUpStepOrSignedIn('services'),
  audit: records(chooseService),
  view: ({ t, form, context }) => {
    const { agency } = context.services
    const title = t('accounts.services.title', { agency: agency.shortName })
    const step = isComplete(context) ? {} : { step: { name: 'services', rules: agency } as const }
    return {
      title,
      body: (
        <FormPage t={t} form={form} title={title} {...step}>
          <p>{t('accounts.services.intro')}</p>
          <Here t={t} agency={agency} context={context} />
          <Elsewhere t={t} agency={agency} />
        </FormPage>
      ),
    }
  },
  submit: {
    operation: leadOn,
    input: () => undefined,
    shows: {},
    then: ({ goTo }) => seeOther(goTo),
  },
})
