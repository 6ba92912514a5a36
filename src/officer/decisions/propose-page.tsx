import { FormPage } from '../../accounts/index.ts'
import { agencyText } from '../../agency/index.ts'
import { agencyDay, statusEntry } from '../../cases/index.ts'
import { groundsFor } from '../../correspondence/index.ts'
import { seeOther } from '../../platform/http/answer.ts'
import { type Field, longTextField, pressField, right, wrong } from '../../platform/http/field.ts'
import { page, records, type Route } from '../../platform/http/page.ts'
import { newId } from '../../platform/ids.ts'
import { officePaths } from '../../platform/paths.ts'
import { Button, Card, CheckboxGroup, EmptyState, FormShell, idempotencyFieldName } from '../../ui/index.ts'
import { staffWho } from '../sessions/access.ts'
import { TemplateChoice, templateText } from '../templates/template-choice.tsx'
import { notDecidedShows, noteField, openDesk, seenField, wordsField } from './approve-page.tsx'
import { CaseTrail } from './case-trail.tsx'
import { proposeDenial, proposeMotionRefusal, proposeReopening } from './decision-acts.ts'
import { CaseFacts, LetterPreview, WordsAndNote } from './decision-parts.tsx'

const groundsMost = 20

/** Codes of grounds as the boxes post them; whether they are the pack's is asked of the operation. */
export const groundsField: Field<string[]> = {
  echo: true,
  parse(posted, name) {
    const chosen = [...new Set(posted.get(name) ?? [])].filter((code) => /^[a-z-]{1,60}$/.test(code)).slice(0, groundsMost)
    return chosen.length > 0 ? right(chosen) : wrong(name, 'decisions.form.grounds-empty')
  },
}

const neededWords = longTextField({ empty: 'decisions.form.words-empty', most: 4000 })

const proposing = (kind: 'denial' | 'reopening' | 'motion-refusal', path: typeof officePaths.deny | typeof officePaths.reopen | typeof officePaths.refuseMotion, operation: typeof proposeDenial, words: Field<string>): Route =>
  page({
    path,
    access: staffWho('decide-case'),
    audit: records(operation),
    load: openDesk,
    fields: { grounds: groundsField, words, note: noteField, seen: seenField, [idempotencyFieldName]: pressField },
    view: ({ t, model: desk, form, context }) => {
      const { agency, clock } = context.services
      const { receiptNumber, status, form: its } = desk.case
      const to = agency.decisions.statuses[kind]
      const shown = { t, agency, desk }
      return {
        title: t(`decisions.${kind}.title`),
        body: (
          <>
            <CaseTrail t={t} receiptNumber={receiptNumber} through={{ words: t('decisions.title'), href: officePaths.decisions({ receiptNumber }) }} here={t(`decisions.${kind}.title`)} />
            <FormPage t={t} form={form} title={t(`decisions.${kind}.title`)}>
              <div class="stack">
                <p>{t(`decisions.${kind}.lead`)}</p>
                <CaseFacts {...shown} />
                {statusEntry(agency, status).next.includes(to) ? (
                  <>
                    <Card plate>
                      <TemplateChoice t={t} context={context} act={kind} action={path({ receiptNumber })} />
                      <FormShell action={path({ receiptNumber })} csrfToken={context.csrfToken()} idempotencyKey={newId()}>
                        <input type="hidden" name="seen" value={status} />
                        <CheckboxGroup
                          name="grounds"
                          label={t('decisions.grounds')}
                          hint={t('decisions.form.grounds-hint')}
                          options={groundsFor(agency, kind, its).map(({ code: value, cite }) => ({ value, label: agencyText(agency, t, 'decisions', `ground.${value}`), hint: cite }))}
                          values={form.values('grounds')}
                          error={form.error('grounds')}
                        />
                        <WordsAndNote t={t} form={form} isNeeded={kind !== 'reopening'} template={templateText({ t, context, act: kind })} />
                        <Button>{t(`decisions.${kind}.submit`)}</Button>
                      </FormShell>
                    </Card>
                    <LetterPreview {...shown} status={to} grounds={[]} words="" on={agencyDay(agency, clock.now())} />
                  </>
                ) : (
                  <EmptyState title={t(`decisions.${kind}.not-now`)}>
                    <p>{t('decisions.form.not-next')}</p>
                  </EmptyState>
                )}
              </div>
            </FormPage>
          </>
        ),
      }
    },
    submit: {
      operation,
      input: ({ grounds, words: said, note, seen, [idempotencyFieldName]: press }, { params }) => ({
        receiptNumber: params.receiptNumber,
        grounds: grounds as string[],
        words: said as string,
        note: note as string,
        seen: seen as string,
        press: press as string,
      }),
      shows: { ...notDecidedShows, 'no-grounds': { at: 'grounds', key: 'decisions.form.grounds-empty' } },
      then: ({ decision }, { params }) => seeOther(`${officePaths.decision({ ...params, decision })}?said=proposed`),
    },
  })

export const denyPage = proposing('denial', officePaths.deny, proposeDenial, neededWords)
export const reopenPage = proposing('reopening', officePaths.reopen, proposeReopening, wordsField)
export const refuseMotionPage = proposing('motion-refusal', officePaths.refuseMotion, proposeMotionRefusal, neededWords)
