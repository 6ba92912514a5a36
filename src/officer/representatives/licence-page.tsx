import { FormPage } from '../../accounts/index.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { longTextField, textField } from '../../platform/http/field.ts'
import { type Context, page, records } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { authorityName, todayOf } from '../../representation/index.ts'
import { Breadcrumb, Button, ButtonLink, ButtonRow, Card, FormShell, TextArea } from '../../ui/index.ts'
import { staffWho } from '../sessions/access.ts'
import { checkLicence, licenceToCheck } from './licence-acts.ts'
import { LicenceCard, OthersCard, WhoCard } from './licence-view.tsx'

type LicenceContext = Context<{ licence: string }>

/** Which statement was looked at: another one since then is looked at anew. */
const seenField = textField({ empty: 'practice.office.stated-anew', most: 40 })
const load = async (context: LicenceContext) => (await context.read(licenceToCheck, { id: context.params.licence })) ?? notFound
const toQueue = () => seeOther(`${officePaths.representatives()}?said=checked`)

const shows = {
  'no-such-licence': () => notFound,
  'stated-anew': { at: '', key: 'practice.office.stated-anew' },
  'found-already': { at: '', key: 'practice.office.found-already' },
} as const

const Crumbs = ({ t, title }: { t: Text; title: string }) => (
  <Breadcrumb t={t} trail={[{ words: t('practice.office.title'), href: officePaths.representatives() }, { words: title }]} />
)

/** `/representatives/<licence>`: one licence and whose it is, and **Verify**. */
export const licencePage = page({
  path: officePaths.licence,
  access: staffWho('check-licences'),
  audit: records(checkLicence),
  load,
  fields: { seen: seenField },
  view: ({ t, model: found, form, context }) => {
    const { agency, clock } = context.services
    const title = t('practice.office.licence', { authority: authorityName(agency, t, found.licence.authority) })
    const shown = { t, agency, found, today: todayOf(context.services, clock.now()) }
    return {
      title,
      body: (
        <>
          <Crumbs t={t} title={title} />
          <FormPage t={t} form={form} title={title}>
            <div class="stack">
              <LicenceCard {...shown} />
              <WhoCard {...shown} />
              <OthersCard {...shown} />
              {found.licence.state === 'claimed' ? (
                <Card title={t('practice.office.find')} plate>
                  <p>{t('practice.office.find.about')}</p>
                  <FormShell action={officePaths.licence(context.params)} csrfToken={context.csrfToken()}>
                    <input type="hidden" name="seen" value={found.licence.statedAt.toString()} />
                    <ButtonRow>
                      <Button>{t('practice.office.verify')}</Button>
                      <ButtonLink href={officePaths.refuseLicence(context.params)} look="quiet">
                        {t('practice.office.refuse')}
                      </ButtonLink>
                    </ButtonRow>
                  </FormShell>
                </Card>
              ) : null}
            </div>
          </FormPage>
        </>
      ),
    }
  },
  submit: {
    operation: checkLicence,
    input: ({ seen }, { params }) => ({ id: params.licence, statedAt: seen, reason: null }),
    shows,
    then: toQueue,
  },
})

/** **Do not accept**, with the reason that the representative reads. */
export const refuseLicencePage = page({
  path: officePaths.refuseLicence,
  access: staffWho('check-licences'),
  audit: records(checkLicence),
  load,
  fields: { seen: seenField, reason: longTextField({ empty: 'practice.office.reason.empty', most: 1000 }) },
  view: ({ t, model: found, form, context }) => {
    const title = t('practice.office.refuse.title')
    const own = t('practice.office.licence', { authority: authorityName(context.services.agency, t, found.licence.authority) })
    return {
      title,
      body: (
        <>
          <Breadcrumb
            t={t}
            trail={[{ words: t('practice.office.title'), href: officePaths.representatives() }, { words: own, href: officePaths.licence(context.params) }, { words: title }]}
          />
          <FormPage t={t} form={form} title={title}>
            <p>{t('practice.office.refuse.about')}</p>
            <FormShell action={officePaths.refuseLicence(context.params)} csrfToken={context.csrfToken()}>
              <input type="hidden" name="seen" value={found.licence.statedAt.toString()} />
              <TextArea name="reason" label={t('practice.office.reason')} hint={t('practice.office.reason.hint')} value={form.value('reason')} error={form.error('reason')} rows={5} />
              <Button>{t('practice.office.refuse')}</Button>
            </FormShell>
          </FormPage>
        </>
      ),
    }
  },
  submit: {
    operation: checkLicence,
    input: ({ seen, reason }, { params }) => ({ id: params.licence, statedAt: seen, reason }),
    shows,
    then: toQueue,
  },
})
