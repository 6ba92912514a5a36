import { agencyText, type TemplateAct } from '../../agency/index.ts'
import type { Context } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { Button, Select } from '../../ui/index.ts'

type Choosing = { t: Text; context: Pick<Context, 'services' | 'query'>; act: TemplateAct }

/** One of the agency's texts is put into the form below by asking for its page with it: **Use this text**. */
export function TemplateChoice({ t, context, act, action }: Choosing & { action: string }) {
  const { agency } = context.services
  const texts = agency.templates[act]
  if (texts.length === 0) return null
  return (
    <form class="form" method="get" action={action}>
      <Select
        name="template"
        label={t(`work.template.${act}`)}
        hint={t('work.template.hint')}
        prompt={t('work.template.prompt')}
        options={texts.map((value) => ({ value, label: agencyText(agency, t, 'templates', `${act}.${value}.title`) }))}
        value={context.query.template}
      />
      <Button look="quiet">{t('work.template.use')}</Button>
    </form>
  )
}

/** The text that was chosen; empty where none was, or one that the agency does not have. */
export function templateText({ t, context, act }: Choosing): string {
  const { agency } = context.services
  const chosen = agency.templates[act].find((each) => each === context.query.template)
  return chosen ? agencyText(agency, t, 'templates', `${act}.${chosen}.text`) : ''
}
