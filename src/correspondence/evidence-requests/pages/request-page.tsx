import { signedIn } from '../../../accounts/index.ts'
import type { AgencyPack } from '../../../agency/index.ts'
import { formShortTitle } from '../../../cases/index.ts'
import { page, recordsNothing } from '../../../platform/http/page.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import { Breadcrumb, NumberText } from '../../../ui/index.ts'
import type { OwnRequest } from '../own-requests.ts'
import { AnswerReceived, NoAnswer, NotTaken, TakenBack } from './ended-request.tsx'
import { GivenAnswers } from './given-answers.tsx'
import { loadRequest } from './load-request.ts'
import { AskList, BeforeSending, Deadline, GatheredSoFar, OfficerWords, RequestHistory, viewerOf } from './request-parts.tsx'
import { kindShort, kindWords } from '../request-words.ts'
import { RequestStateTag } from './request-words.tsx'

type Shown = { t: Text; agency: AgencyPack; model: OwnRequest }

/** The way to a request, and what it is about. */
export function RequestHead({ t, agency, model, further }: Shown & { further?: { words: string } }) {
  const { receiptNumber, id, kind, form, sentAt } = model.request
  const here = kindShort(agency, t, kind)
  const place = further ? [{ words: here, href: paths.request({ receiptNumber, request: id }) }, further] : [{ words: here }]
  return (
    <>
      <Breadcrumb
        t={t}
        trail={[{ words: t('requests.crumb.case'), href: paths.case({ receiptNumber }) }, { words: t('requests.list.crumb'), href: paths.requests({ receiptNumber }) }, ...place]}
      />
      {further ? null : (
        <>
          <h1>{kindWords(agency, t, kind)}</h1>
          <p class="muted">
            {t.rich('requests.about', {
              form: formShortTitle(agency, t, form),
              receiptNumber: <NumberText t={t} kind="receipt" value={receiptNumber} />,
              day: t.day(sentAt.toZonedDateTimeISO(t.timeZone).toPlainDate()),
            })}{' '}
            <RequestStateTag t={t} state={model.request.state} />
          </p>
        </>
      )}
    </>
  )
}

/** While it waits: what is asked, by when, how far one is. */
function OpenRequest({ t, agency, model }: Shown) {
  return (
    <>
      <Deadline t={t} agency={agency} model={model} />
      <OfficerWords t={t} words={model.request.words} />
      <AskList t={t} agency={agency} model={model} />
      <GatheredSoFar t={t} agency={agency} model={model} />
      <BeforeSending t={t} model={model} />
    </>
  )
}

function EndedRequest({ t, agency, model }: Shown) {
  const { state, way, words } = model.request
  const isSent = state === 'answered' && way === 'online'
  return (
    <>
      {state === 'answered' ? <AnswerReceived t={t} model={model} /> : state === 'withdrawn' ? <TakenBack t={t} model={model} /> : <NoAnswer t={t} model={model} />}
      <OfficerWords t={t} words={words} />
      {isSent ? <h2>{t('requests.sent.answers')}</h2> : state === 'lapsed' || state === 'open' ? <p>{t('requests.lapsed.kept')}</p> : null}
      <GivenAnswers t={t} receiptNumber={model.request.receiptNumber} agency={agency} viewer={viewerOf(model)} asks={model.asks} />
    </>
  )
}

/** `/cases/<receipt number>/requests/<id>`: what we ask for and by when, and, once it was answered, the receipt. */
export const requestPage = page({
  path: paths.request,
  access: signedIn,
  audit: recordsNothing('the people of a case read what is asked of them'),
  load: loadRequest,
  view: ({ t, model, context }) => {
    const { agency } = context.services
    const shown = { t, agency, model }
    return {
      title: kindWords(agency, t, model.request.kind),
      body: (
        <>
          <RequestHead {...shown} />
          <div class="stack">
            <NotTaken t={t} context={context} />
            {model.isOpen ? <OpenRequest {...shown} /> : <EndedRequest {...shown} />}
            <RequestHistory t={t} events={model.events} />
          </div>
        </>
      ),
    }
  },
})
