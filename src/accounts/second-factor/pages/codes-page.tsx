import { notFound } from '../../../platform/http/answer.ts'
import { choiceField } from '../../../platform/http/field.ts'
import { page, records } from '../../../platform/http/page.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import { Alert, Button, Card, FormShell, RadioGroup } from '../../../ui/index.ts'
import { codeChannels } from '../../account.ts'
import { FormPage } from '../../pages/form-page.tsx'
import { needsRecentProof } from '../../sessions/access.ts'
import { chooseCodeChannel } from '../choose-code-channel.ts'
import { ownFactors } from '../own-factors.ts'
import { codesAfter, outcomes, proveAgainFor, tooOften } from './factor-words.ts'
import { FactorsPanel, SecondWayPrompt } from './factors-panel.tsx'

/** What was done on the page before, said once. */
function Done({ t, done }: { t: Text; done: string | undefined }) {
  const outcome = outcomes.find((each) => each === done)
  if (!outcome) return null
  return (
    <Alert kind={outcome === 'too-often' ? 'warn' : 'good'} live>
      <p>{t(`second-factor.done.${outcome}`)}</p>
    </Alert>
  )
}

/** The ways in which codes come, and the usual one among them. */
export const codesPage = page({
  path: paths.codeChannel,
  access: needsRecentProof,
  audit: records(chooseCodeChannel),
  load: async (context) => (await context.read(ownFactors, undefined)) ?? notFound,
  loadsToShow: true,
  fields: { channel: choiceField(codeChannels, { empty: 'second-factor.codes.empty' }) },
  view: ({ t, model: factors, form, context }) => ({
    title: t('second-factor.codes.title'),
    wide: true,
    body: (
      <FormPage t={t} form={form} title={t('second-factor.codes.title')}>
        <Done t={t} done={context.query.done} />
        {factors.hasSecondWay ? null : <SecondWayPrompt t={t} isHere />}
        <FactorsPanel t={t} factors={factors} isHere />
        {factors.channels.length > 1 ? (
          <Card plate>
            <FormShell action={paths.codeChannel()} csrfToken={context.csrfToken()}>
              <RadioGroup
                name="channel"
                label={t('second-factor.codes.legend')}
                hint={t('second-factor.codes.hint')}
                options={factors.channels.map((channel) => ({
                  value: channel,
                  label: channel === 'email' ? t('accounts.method.email') : t(`second-factor.method.${channel}`),
                }))}
                value={form.value('channel') || factors.channel}
                error={form.error('channel')}
              />
              <Button>{t('second-factor.codes.save')}</Button>
            </FormShell>
          </Card>
        ) : null}
        <p>
          <a href={paths.security()}>{t('second-factor.back')}</a>
        </p>
      </FormPage>
    ),
  }),
  submit: {
    operation: chooseCodeChannel,
    input: ({ channel }) => ({ channel }),
    shows: {
      'no-recent-proof': proveAgainFor(paths.codeChannel()),
      'channel-not-open': { at: 'channel', key: 'second-factor.codes.closed' },
      'too-many-attempts': tooOften,
    },
    then: () => codesAfter('channel'),
  },
})
