import { type AgencyPack, agencyText } from '../../../agency/index.ts'
import { tooMany } from '../../../platform/http/answer.ts'
import { type Context, page, recordsNothing } from '../../../platform/http/page.ts'
import { anyone } from '../../../platform/http/visit.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import { Alert, Button, Card, DayText, FactsList, TextField } from '../../../ui/index.ts'
import { type Verification, verifyDocument } from '../verify-document.ts'

type Asked = Verification | { readonly is: 'not-asked' }
type Shown = { readonly t: Text; readonly agency: AgencyPack }

const waitSeconds = 60

function Genuine({ t, agency, found }: Shown & { found: Extract<Verification, { is: 'genuine' }> }) {
  const { endedAs, told } = found
  return (
    <Alert kind={endedAs ? 'warn' : 'good'} title={t(endedAs ? `verify.ended.${endedAs}` : 'verify.genuine')} live>
      <p>{t(endedAs ? 'verify.ended.about' : told ? 'verify.compare' : 'verify.brief')}</p>
      {told ? (
        <FactsList
          facts={[
            { name: t('verify.kind'), value: agencyText(agency, t, 'notices', `${told.kind}.title`) },
            { name: t('verify.issued'), value: <DayText t={t} day={told.issuedOn} /> },
            { name: t('verify.agency'), value: agency.shortName },
            { name: t('verify.ending'), value: told.ending },
          ]}
        />
      ) : null}
    </Alert>
  )
}

function Answer({ found, ...shown }: Shown & { found: Asked }) {
  const { t } = shown
  if (found.is === 'not-asked') return null
  if (found.is === 'genuine') return <Genuine {...shown} found={found} />
  return (
    <Alert kind="act" title={t('verify.not-known')} live>
      <p>{t('verify.not-known.check')}</p>
      <p>{t('verify.not-known.do')}</p>
      <p>
        <a href={paths.contactSupport()}>{t('verify.contact')}</a>
      </p>
    </Alert>
  )
}

/** Asks by GET, as a public status does: looking up changes nothing. */
const CodeForm = ({ t, typed }: { t: Text; typed: string }) => (
  <form class="form" method="get" action={paths.verifyDocument()}>
    <TextField name="code" label={t('verify.code')} hint={t('verify.code.hint')} value={typed} width={24} numeric autocomplete="off" />
    <Button>{t('verify.check')}</Button>
  </form>
)

async function ask(context: Context, typed: string | undefined): Promise<Asked | ReturnType<typeof tooMany>> {
  if (typed === undefined || typed.trim() === '') return { is: 'not-asked' }
  const checked = await context.perform(verifyDocument, { typed })
  return checked.ok ? checked.output : tooMany(waitSeconds)
}

const view = ({ t, model, context, typed }: { t: Text; model: Asked; context: Pick<Context, 'services'>; typed: string }) => ({
  title: t('verify.title'),
  body: (
    <>
      <h1>{t('verify.title')}</h1>
      <div class="stack">
        <Answer t={t} agency={context.services.agency} found={model} />
        <Card {...(model.is === 'not-asked' ? {} : { title: t('verify.another') })} plate>
          <p>{t('verify.about')}</p>
          <CodeForm t={t} typed={typed} />
        </Card>
        <Card title={t('verify.offline')}>
          <p>{t('verify.offline.about')}</p>
          <p>
            <a href={paths.noticeKeys()}>{t('verify.keys')}</a>
          </p>
        </Card>
        <p class="muted">{t('verify.nothing-personal')}</p>
      </div>
    </>
  ),
})

const openToAnyone = recordsNothing('Checking the code of a document changes nothing and is open to anyone')

/** `/verify-document`: whoever holds a notice types its code and learns whether it is genuine. */
export const verifyPage = page({
  path: paths.verifyDocument,
  access: anyone,
  audit: openToAnyone,
  load: (context) => ask(context, context.query.code),
  view: ({ t, model, context }) => view({ t, model: model as Asked, context, typed: model.is === 'not-known' ? (context.query.code ?? '') : '' }),
})

/** `/verify-document/<code>`: where the square code of a notice leads. */
export const verifyCodePage = page({
  path: paths.verifyCode,
  access: anyone,
  audit: openToAnyone,
  load: (context) => ask(context, context.params.code),
  view: ({ t, model, context }) => view({ t, model: model as Asked, context, typed: model.is === 'not-known' ? context.params.code : '' }),
})
