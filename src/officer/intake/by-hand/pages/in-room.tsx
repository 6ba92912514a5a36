import type { ComponentChildren } from 'preact'
import { FormPage } from '../../../../accounts/index.ts'
import type { FormState } from '../../../../platform/http/page.ts'
import type { Text } from '../../../../platform/i18n/text.ts'
import { officePaths } from '../../../../platform/paths.ts'
import { Breadcrumb } from '../../../../ui/index.ts'

type InRoomProps = { t: Text; form: FormState; title: string; children: ComponentChildren }

/** A page around one form, with the way back to the room where paper is taken in. */
export const InRoom = ({ t, form, title, children }: InRoomProps) => (
  <div class="stack">
    <Breadcrumb t={t} trail={[{ words: t('office-intake.title'), href: officePaths.intake() }, { words: title }]} />
    <FormPage t={t} form={form} title={title}>
      {children}
    </FormPage>
  </div>
)
