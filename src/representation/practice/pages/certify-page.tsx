import { FormPage, representativeKinds, representativeWithProof, withNext } from '../../../accounts/index.ts'
import { agencyText } from '../../../agency/index.ts'
import { notFound, seeOther } from '../../../platform/http/answer.ts'
import { type Field, right, textField } from '../../../platform/http/field.ts'
import { type Context, page, records } from '../../../platform/http/page.ts'
import { postedText } from '../../../platform/http/posted.ts'
import { paths } from '../../../platform/paths.ts'
import { wholeName } from '../../../profile/index.ts'
import { Button, Card, FormShell, TextField } from '../../../ui/index.ts'
import { certifyPractice } from '../certify.ts'
import { type OwnPractice, ownPractice } from '../own-practice.ts'
import { PracticeCrumbs } from './practice-crumbs.tsx'

/** Which text the page showed. */
const shownKind: Field<(typeof representativeKinds)[number] | null> = {
  echo: true,
  parse: (posted, name) => right(representativeKinds.find((each) => each === postedText(posted, name)) ?? null),
}
const shownVersion: Field<string> = { echo: true, parse: (posted, name) => right(postedText(posted, name).slice(0, 40)) }

const isReady = ({ lacking }: OwnPractice) => lacking.length > 0 && lacking.every((lack) => lack === 'certification' || lack === 'again')

/** `/account/practice/certify`: the words of the certification, and the name that is typed under them. */
export const certifyPage = page({
  path: paths.certifyPractice,
  access: representativeWithProof,
  audit: records(certifyPractice),
  load: async (context: Context) => {
    const own = await context.read(ownPractice, { removed: null })
    if (!own) return notFound
    return isReady(own) ? own : seeOther(paths.practice())
  },
  loadsToShow: true,
  fields: {
    name: textField({ empty: 'practice.certify.name.empty', most: 200 }),
    kind: shownKind,
    version: shownVersion,
  },
  view: ({ t, model, form, context }) => {
    const { agency } = context.services
    const title = t('practice.certify.title')
    const kind = model?.practice?.kind ?? 'attorney'
    return {
      title,
      body: (
        <>
          <PracticeCrumbs t={t} here={title} />
          <FormPage t={t} form={form} title={title}>
            <p>{t('practice.certify.about')}</p>
            <Card plate>
              <p>{agencyText(agency, t, 'representatives', `certification.${kind}`)}</p>
            </Card>
            <FormShell action={paths.certifyPractice()} csrfToken={context.csrfToken()}>
              <input type="hidden" name="kind" value={kind} />
              <input type="hidden" name="version" value={agency.representatives.certification} />
              <TextField
                name="name"
                label={t('practice.certify.name')}
                hint={model?.names ? t('practice.certify.name.hint', { name: wholeName(model.names) }) : undefined}
                value={form.value('name')}
                error={form.error('name')}
                autocomplete="off"
                spellcheck={false}
              />
              <Button>{t('practice.certify.submit')}</Button>
            </FormShell>
          </FormPage>
        </>
      ),
    }
  },
  submit: {
    operation: certifyPractice,
    input: ({ name, kind, version }, { t }) => ({ fullLegalName: name, kind, version, language: t.language }),
    shows: {
      'no-recent-proof': () => seeOther(withNext(paths.signInAgain(), paths.certifyPractice())),
      'not-ready': () => seeOther(paths.practice()),
      'changed-since-shown': { at: '', key: 'practice.certify.changed' },
      'name-does-not-fit': { at: 'name', key: 'practice.certify.name.other' },
    },
    then: () => seeOther(`${paths.practice()}?done=certified`),
  },
})
